package dev.lockstile.auth.jpa.internal.host;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An instant of the years 1 to 9999, whose {@code toString} is the text that the driver binds, such as
 * {@code 2026-03-01T09:05:00.120000Z}. A sign-in binds some thirty of them; {@link java.time.OffsetDateTime} makes ten
 * times the garbage for the same text.
 */
public record PostgresInstant(Instant instant) {

    private static final int SECONDS_PER_DAY = 86_400;
    private static final String ZEROS = "0000-00-00T00:00:00.000000000Z";
    private static final int END_OF_MICROS = 26;

    @Override
    public String toString() {
        long seconds = instant.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
        int second = Math.floorMod(seconds, SECONDS_PER_DAY);
        byte[] text = ZEROS.getBytes(StandardCharsets.ISO_8859_1);
        put(text, 4, day.getYear());
        put(text, 7, day.getMonthValue());
        put(text, 10, day.getDayOfMonth());
        put(text, 13, second / 3600);
        put(text, 16, second / 60 % 60);
        put(text, 19, second % 60);
        put(text, 29, instant.getNano());
        if (instant.getNano() % 1000 != 0) {
            return new String(text, StandardCharsets.ISO_8859_1);
        }
        text[END_OF_MICROS] = 'Z';
        return new String(text, 0, END_OF_MICROS + 1, StandardCharsets.ISO_8859_1);
    }

    /** Writes the digits of the number from right to left; the zeros before them stay. */
    private static void put(byte[] text, int end, int number) {
        int place = end;
        for (int left = number; left > 0; left /= 10) {
            text[--place] = (byte) ('0' + left % 10);
        }
    }
}
