import { Button, FileButton } from '@mantine/core';
import { PaperclipIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type DragEvent, type ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { addEvidence, type Evidence, evidence } from '../../api/evidence.ts';
import { Code, Instant } from '../../parts/figures.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useSession } from '../../session/signed-in.tsx';
import { t } from '../../words/words.ts';

const accepted = '.pdf,.png,.jpg,.jpeg,.xlsx,.eml,.csv,.txt';

/**
 * What proves a charge: what was named when it was recorded, and the files, each with its digest. Whoever may add one drops
 * it here, or takes the button.
 */
export function EvidenceBox({ charge, named }: { charge: string; named: string | null }): ReactNode {
  const { data, error } = useQuery(evidence(charge));
  const { may } = useSession();
  const mayAdd = may.includes('evidence.add');
  const [isOver, setOver] = useState(false);
  const add = useAct({
    changes: ['charges', 'audit-events'],
    send: (file: File, key) => addEvidence(charge, file, key),
  });
  if (data === undefined || data === null) return error === null ? null : <Trouble error={error} />;
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault(); // else the browser opens the file in the place of the page
    setOver(over && mayAdd);
  };
  const drop = (event: DragEvent): void => {
    drag(event, false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined && mayAdd) add.mutate(file);
  };
  return (
    <section
      className="evidence"
      aria-label={t('Evidence')}
      data-over={isOver}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={drop}
    >
      <h3>{t('Evidence')}</h3>
      {named !== null && (
        <p>
          {t('Named when it was recorded:')} <q dir="auto">{named}</q>
        </p>
      )}
      {data.length === 0 ? (
        <p className="muted">
          {named === null ? t('None is named, and no file is kept yet.') : t('No file of it is kept yet.')}
        </p>
      ) : (
        <ul className="plain-list">
          {data.map((one) => (
            <Kept key={one.id} of={one} />
          ))}
        </ul>
      )}
      {mayAdd && (
        <div className="evidence-drop">
          <FileButton
            accept={accepted}
            inputProps={{ 'aria-label': t('A file that proves {charge}', { charge }) }}
            onChange={(file) => (file === null ? undefined : add.mutate(file))}
          >
            {(props) => (
              <Button {...props} size="xs" variant="default" loading={add.isPending}>
                {t('Add a file, or drop it here')}
              </Button>
            )}
          </FileButton>
          <span className="muted">{t('PDF, picture, workbook, e-mail or text, up to 10 MB')}</span>
        </div>
      )}
      {add.error !== null && <Trouble error={add.error} />}
    </section>
  );
}

function Kept({ of }: { of: Evidence }): ReactNode {
  const { kind, bytes, sha256, hasActiveContent, added, withdrawn, href } = of;
  return (
    <li data-withdrawn={withdrawn !== null}>
      <a href={href} download>
        <PaperclipIcon size={14} aria-hidden /> {kind}, {t('{kilobytes} kB', { kilobytes: Math.ceil(bytes / 1000) })}
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
  );
}
