import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';
import { useState, type ReactNode } from 'react';
import { RegisterPersonDialog } from './RegisterPersonDialog.tsx';

interface Question {
  typed: string;
  answer: (person: PersonReference | undefined) => void;
}

/** Asks for a new person in a dialog: `ask` resolves with the person, undefined when they changed their mind. */
export function usePersonDialog(): { ask: (typed: string) => Promise<PersonReference | undefined>; dialog: ReactNode } {
  const [question, setQuestion] = useState<Question>();
  const close = (person?: PersonReference) => {
    question?.answer(person);
    setQuestion(undefined);
  };
  return {
    ask: (typed) => new Promise((answer) => setQuestion({ typed, answer })),
    dialog: question && <RegisterPersonDialog typed={question.typed} onDone={close} onClose={() => close()} />,
  };
}
