import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';
import { GroupFrame } from './GroupFrame.tsx';

/** Fields that belong together, inside a row; groups of a section are drawn by the section. */
export function GroupField({ path, field }: FieldProps) {
  const { FieldAt } = useFormContext();
  return (
    <GroupFrame path={path}>
      {field.children.map((child) => (
        <FieldAt key={child.key} path={`${path}/${child.key}`} />
      ))}
    </GroupFrame>
  );
}
