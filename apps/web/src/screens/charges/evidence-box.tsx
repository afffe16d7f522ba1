import { Button, FileButton } from '@mantine/core';
import { PaperclipIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type DragEvent, type ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { addEvidence, evidence } from '../../api/evidence.ts';
import { Code, Instant } from '../../parts/figures.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';

const accepted = '.pdf,.png,.jpg,.jpeg,.xlsx,.eml,.csv,.txt';

/** The files that prove a charge, each with its digest; one is added by dropping it here, or by the button. */
export function EvidenceBox({ charge }: { charge: string }): ReactNode {
  const { data, error } = useQuery(evidence(charge));
  const [isOver, setOver] = useState(false);
  const add = useAct({
    changes: ['charges', 'audit-events'],
    send: (file: File, key) => addEvidence(charge, file, key),
  });
  if (data === undefined || data === null) return error === null ? null : <Trouble error={error} />;
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setOver(over);
  };
  const drop = (event: DragEvent): void => {
    drag(event, false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) add.mutate(file);
  };
  return (
    <section
      className="evidence"
      data-over={isOver}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={drop}
    >
      <h3>{t('Evidence')}</h3>
      <ul className="plain-list">
        {data.map(({ id, kind, bytes, sha256, hasActiveContent, added, withdrawn, href }) => (
          <li key={id} data-withdrawn={withdrawn !== null}>
            <a href={href} download>
              <PaperclipIcon size={14} aria-hidden /> {kind},{' '}
              {t('{kilobytes} kB', { kilobytes: Math.ceil(bytes / 1000) })}
            </a>{' '}
            <span className="muted">
              <Code>{added.by}</Code> <Instant of={added.at} />
            </span>
            <br />
            <span className="muted digest" title={sha256}>
              SHA-256 <Code>{sha256}</Code>
            </span>
            {hasActiveContent && <p className="muted">{t('It has scripts or files within: open it with care.')}</p>}
            {withdrawn !== null && <p className="muted">{t('Withdrawn: {reason}', { reason: withdrawn.reason })}</p>}
          </li>
        ))}
      </ul>
      <FileButton accept={accepted} onChange={(file) => (file === null ? undefined : add.mutate(file))}>
        {(props) => (
          <Button {...props} size="xs" variant="default" loading={add.isPending}>
            {t('Add a file, or drop it here')}
          </Button>
        )}
      </FileButton>
      {add.error !== null && <Trouble error={add.error} />}
    </section>
  );
}
