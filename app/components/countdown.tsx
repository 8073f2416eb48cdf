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
  const parts =
    days > 0
      ? [t("common.days", { count: days }), t("common.hours", { count: hours })]
      : hours > 0
        ? [t("common.hours", { count: hours }), t("common.minutes", { count: minutes })]
        : [t("common.minutes", { count: minutes }), t("common.seconds", { count: seconds % 60 })];
  return (
    <time
      dateTime={new Date(deadlineUs / 1000).toISOString()}
      role="timer"
      aria-live="off"
      className="tabular-nums"
    >
      {seconds === 0 ? t("common.timeIsUp") : t("common.timeLeft", { time: parts.join(" ") })}
    </time>
  );
}
