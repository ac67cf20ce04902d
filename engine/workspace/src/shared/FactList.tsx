import { useShowValue } from './useShowValue.ts';

/** Facts as label and value. */
export function FactList({ facts }: { facts: readonly { label: string; value: unknown; format?: 'money' }[] }) {
  const show = useShowValue();
  return (
    <dl className="es-facts">
      {facts.map((fact) => (
        <FactRow key={fact.label} label={fact.label} text={show(fact.value, fact.format)} />
      ))}
    </dl>
  );
}

function FactRow({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
