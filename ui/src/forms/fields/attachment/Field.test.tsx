import type { AttachmentReference } from '@esocial/contracts/generated/attachment-reference.ts';
import { act, fireEvent, screen } from '@testing-library/react';
import type { UploadOptions } from '../../runtime-types.ts';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = { type: 'object', title: 'Dovada', 'x-attachment': { accept: ['application/pdf'], maxSize: 1000 } };
const reference: AttachmentReference = { documentId: 'd1', fileName: 'act.pdf', mediaType: 'application/pdf', size: 4 };
const pdf = () => new File(['text'], 'act.pdf', { type: 'application/pdf' });
const choose = (file: File) => fireEvent.change(screen.getByLabelText('Dovada'), { target: { files: [file] } });

/** Stands in for the server: the test decides when and how the upload ends. */
function fakeUpload() {
  const uploads: (UploadOptions & {
    resolve: (reference: AttachmentReference) => void;
    reject: (error: Error) => void;
  })[] = [];
  const upload = (_file: File, options: UploadOptions) =>
    new Promise<AttachmentReference>((resolve, reject) => uploads.push({ ...options, resolve, reject }));
  return { uploads, upload };
}

describe('the attachment field', () => {
  it('sends a file at once, shows its progress and then its name', async () => {
    // given
    const { uploads, upload } = fakeUpload();
    const { value } = renderField(schema, { required: true, env: { upload } });
    expect(screen.getByText('Fișiere PDF, cel mult 1 kB.')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    // when
    choose(pdf());
    act(() => uploads[0]!.onProgress(0.4));
    // then
    expect(screen.getByText('act.pdf: 40 %')).toBeTruthy();
    // and
    await act(async () => uploads[0]!.resolve(reference));
    expect(value()).toEqual(reference);
    expect(screen.getByText('act.pdf')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    // and it can be taken off
    fireEvent.click(screen.getByRole('button', { name: /Elimină/ }));
    expect(value()).toBeUndefined();
  });

  it('refuses a wrong kind and a large file before sending, naming the file', () => {
    // given
    const { uploads, upload } = fakeUpload();
    renderField(schema, { required: true, env: { upload } });
    // then
    choose(new File(['x'], 'virus.exe', { type: 'application/x-dosexec' }));
    expect(screen.getByText(/„virus\.exe” nu este de un tip permis; alegeți un fișier PDF/)).toBeTruthy();
    choose(new File(['x'.repeat(1100)], 'mare.pdf', { type: 'application/pdf' }));
    expect(screen.getByText(/„mare\.pdf” are 1 kB; alegeți unul de cel mult 1 kB/)).toBeTruthy();
    expect(uploads).toEqual([]);
  });

  it('says why the server refused a file, and lets it be tried again', async () => {
    // given
    const { uploads, upload } = fakeUpload();
    renderField(schema, { required: true, env: { upload } });
    choose(pdf());
    // when
    await act(async () => uploads[0]!.reject(new Error('fișierul conține un virus')));
    // then
    expect(screen.getByText(/„act\.pdf” nu a fost trimis: fișierul conține un virus/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Dovada').disabled).toBe(false);
  });

  it('stops an upload without a complaint', async () => {
    // given
    const { uploads, upload } = fakeUpload();
    renderField(schema, { required: true, env: { upload } });
    choose(pdf());
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Oprește' }));
    await act(async () => uploads[0]!.reject(new Error('aborted')));
    // then
    expect(uploads[0]!.signal.aborted).toBe(true);
    expect(screen.queryByText(/nu a fost trimis/)).toBeNull();
  });

  it('takes several where the form asks for several', async () => {
    // given
    const { uploads, upload } = fakeUpload();
    const list = { type: 'array', title: 'Dovada', maxItems: 2, items: { type: 'object', 'x-attachment': {} } };
    const { value } = renderField(list, {
      required: true,
      env: { upload },
      value: [{ ...reference, documentId: 'd0' }],
    });
    // when
    choose(pdf());
    await act(async () => uploads[0]!.resolve(reference));
    // then
    expect(value()).toHaveLength(2);
    expect(screen.getByLabelText<HTMLInputElement>('Dovada').disabled).toBe(true);
  });
});
