import { useQueryClient } from '@tanstack/react-query';
import { UnplugIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { connectionLost, useHappening } from '../session/happenings.ts';
import { t } from '../words/words.ts';

const askEveryMs = 2_000;

/** Says that no answer comes, and asks until one does; then what is shown is read again. */
export function ConnectionBar(): ReactNode {
  const isLost = useHappening(connectionLost);
  const queries = useQueryClient();
  useEffect(() => {
    const lost = (): void => connectionLost.set(true);
    window.addEventListener('offline', lost);
    return () => window.removeEventListener('offline', lost);
  }, []);
  useEffect(() => {
    if (!isLost) return undefined;
    const ask = async (): Promise<void> => {
      const { ok } = await fetch('/health/live', { cache: 'no-store' }).catch(() => ({ ok: false }));
      if (!ok) return;
      connectionLost.set(false);
      await queries.invalidateQueries();
    };
    const timer = window.setInterval(() => void ask(), askEveryMs);
    return () => window.clearInterval(timer);
  }, [isLost, queries]);
  return (
    <div role="status" className="connection" data-lost={isLost}>
      {isLost && (
        <>
          <UnplugIcon size={16} aria-hidden /> {t('Not connected. What you have entered is kept on this computer.')}
        </>
      )}
    </div>
  );
}
