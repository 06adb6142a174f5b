package dev.lockstile.auth.jpa.internal.sql;

import dev.lockstile.auth.jpa.internal.host.PostgresInstant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A type of PostgreSQL, and the values of it that binary COPY writes as the driver's own statements do. */
enum CopyType {
    BOOL {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return value instanceof Boolean truth && out.size(1).oneByte(truth ? 1 : 0);
        }
    },
    INT2 {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return isWithin(value, Short.MIN_VALUE, Short.MAX_VALUE)
                    && out.size(2).twoBytes(((Number) value).intValue());
        }
    },
    INT4 {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return isWithin(value, Integer.MIN_VALUE, Integer.MAX_VALUE)
                    && out.size(4).fourBytes(((Number) value).intValue());
        }
    },
    INT8 {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return isWithin(value, Long.MIN_VALUE, Long.MAX_VALUE)
                    && out.size(8).eightBytes(((Number) value).longValue());
        }
    },
    TEXT {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return putText(value, out);
        }
    },
    VARCHAR {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return putText(value, out);
        }
    },
    UUID {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return value instanceof java.util.UUID id
                    && out.size(16).eightBytes(id.getMostSignificantBits())
                    && out.eightBytes(id.getLeastSignificantBits());
        }
    },
    DATE {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return value instanceof LocalDate day
                    && isWithin(day.getYear(), FIRST_YEAR, LAST_YEAR)
                    && out.size(4).fourBytes((int) (day.toEpochDay() - EPOCH_DAY));
        }
    },
    TIMESTAMP {
        @Override
        boolean put(Object value, CopyBuffer out) {
            return value instanceof LocalDateTime time && putTime(time.atOffset(ZoneOffset.UTC), out);
        }
    },
    TIMESTAMPTZ {
        @Override
        boolean put(Object value, CopyBuffer out) {
            if (value instanceof PostgresInstant bound) {
                return putTime(bound.instant().atOffset(ZoneOffset.UTC), out);
            }
            return value instanceof OffsetDateTime time
                    ? putTime(time, out)
                    : value instanceof Instant instant && putTime(instant.atOffset(ZoneOffset.UTC), out);
        }
    },
    JSONB {
        @Override
        boolean put(Object value, CopyBuffer out) {
            // the driver's object for a value with the name of its type tells the value
            String driversOwn = "org.postgresql.util.PGobject";
            if (!(value instanceof String || value.getClass().getName().equals(driversOwn))) {
                return false;
            }
            byte[] json = value.toString().getBytes(StandardCharsets.UTF_8);
            return isPlain(value.toString()) && out.size(json.length + 1).oneByte(FORMAT_OF_JSONB) && out.bytes(json);
        }
    };

    private static final int FORMAT_OF_JSONB = 1;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final int FIRST_YEAR = -4000;
    private static final int LAST_YEAR = 9999;

    /** By the database's own name. */
    static Optional<CopyType> of(String name) {
        return Stream.of(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Adds a cell; false where the driver has to find out what the value means there, or to refuse it. */
    abstract boolean put(Object value, CopyBuffer out);

    private static boolean putText(Object value, CopyBuffer out) {
        if (!(value instanceof String text) || !isPlain(text)) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return out.size(bytes.length).bytes(bytes);
    }

    private static boolean isPlain(String text) {
        boolean pairs = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0) {
                return false;
            }
            pairs |= Character.isSurrogate(text.charAt(i));
        }
        return !pairs || StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** To the nearest microsecond, as the driver does. */
    private static boolean putTime(OffsetDateTime time, CopyBuffer out) {
        long seconds = time.toEpochSecond() - EPOCH_SECOND;
        return isWithin(time.getYear(), FIRST_YEAR, LAST_YEAR)
                && out.size(8).eightBytes(seconds * 1_000_000 + (time.getNano() + 500) / 1_000);
    }

    private static boolean isWithin(Object value, long least, long most) {
        return (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte)
                && ((Number) value).longValue() >= least
                && ((Number) value).longValue() <= most;
    }
}
