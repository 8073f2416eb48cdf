import { useEffect, useState } from "react";
import { useTranslate } from "#app/components/translation.tsx";

/**
 * Time left to a deadline by the server's clock: the difference to this computer's clock is taken when the page
 * arrives. Words to the minute, and seconds in the last hour. What decides is the server, at the last byte received.
 */
export function Countdown({
  deadlineUs,
  serverNowUs,
}: {
  readonly deadlineUs: number;
  readonly serverNowUs: number;
}) {
  const t = useTranslate();
  const [nowUs, setNowUs] = useState(serverNowUs);
  useEffect(() => {
    const offsetUs = serverNowUs - Date.now() * 1000;
    const tick = () => setNowUs(Date.now() * 1000 + offsetUs);
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [serverNowUs]);
  const seconds = Math.max(0, Math.ceil((deadlineUs - nowUs) / 1_000_000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  const parts = [
    [days, t("common.days", { count: days })],
    [hours, t("common.hours", { count: hours })],
    [minutes, t("common.minutes", { count: minutes })],
    [seconds % 60, t("common.seconds", { count: seconds % 60 })],
  ] as const;
  // The two largest units that are not over yet: seconds only show in the last hour.
  const first = parts.findIndex(([count]) => count > 0);
  const words = parts.slice(first, first + 2).flatMap(([count, text]) => (count > 0 ? [text] : []));
  return (
    <time
      dateTime={new Date(deadlineUs / 1000).toISOString()}
      role="timer"
      aria-live="off"
      className="tabular-nums"
    >
      {seconds === 0 ? t("common.timeIsUp") : t("common.timeLeft", { time: words.join(" ") })}
    </time>
  );
}
