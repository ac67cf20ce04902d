import { useId } from 'react';

interface ChoiceGroupProps<Value extends string> {
  legend: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}

/** One of a few, as radio buttons; it takes effect at once. */
export function ChoiceGroup<Value extends string>({ legend, value, choices, onChoose }: ChoiceGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className="es-plain-fieldset">
      <legend className="es-legend">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="es-choice">
          <input
            type="radio"
            className="es-check"
            name={name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
