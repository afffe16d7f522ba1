import { Button } from '@mantine/core';
import { CheckIcon, CopyIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { t } from '../words/words.ts';

/** Puts a text on the clipboard. `label` says which, where a page has several. */
export function CopyButton({ text, label }: { text: string; label?: string }): ReactNode {
  const [copied, setCopied] = useState<'not yet' | 'yes' | 'refused'>('not yet');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      setCopied('refused'); // the browser's settings forbid it
    }
  };
  const Shown = copied === 'yes' ? CheckIcon : CopyIcon;
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Shown size={14} aria-hidden />} onClick={() => void copy()}>
        {label ?? t('Copy')}
      </Button>
      <span role="status" className="muted">
        {copied === 'yes' && t('Copied')}
        {copied === 'refused' && t('This browser does not let the page copy: select it, and copy it yourself.')}
      </span>
    </>
  );
}
