package dev.lockstile.auth.migrate.mapping;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.migrate.draft.WantedIdentifier;
import dev.lockstile.auth.migrate.draft.Wish;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the identifiers of an old user. What is none in its own kind stays as data; an old e-mail without {@code @}
 * becomes a user name if it is free; an e-mail the old system invented for a phone number goes when the number is there.
 * Safe for use by many threads.
 */
public final class IdentifierReader {

    private static final Set<String> INVENTED_DOMAINS = Set.of("@otp.local", "@phone.local");
    private static final int MAX_EMAIL = 254;
    private static final int MAX_PHONE = 32;
    private static final int MAX_USERNAME = 150;

    private final IdentifierRules rules;
    private final PhoneReader phones;

    /**
     * Reads by the library's rules.
     *
     * @param region where numbers without a country code are from, ISO 3166-1 alpha-2; null when that is not known
     */
    public IdentifierReader(IdentifierRules rules, @Nullable String region) {
        this.rules = rules;
        this.phones = new PhoneReader(region);
    }

    /** The identifiers in the columns {@code email}, {@code phone} and {@code username}; findings go to the row. */
    public List<WantedIdentifier> read(RowReader row) {
        List<WantedIdentifier> wanted = new ArrayList<>();
        Identifier phone = phone(row, wanted);
        Identifier email = email(row, phone, wanted);
        username(row, email, wanted);
        return wanted;
    }

    private @Nullable Identifier phone(RowReader row, List<WantedIdentifier> wanted) {
        String text = stripped(row, "phone");
        if (text == null) {
            return null;
        }
        Optional<PhoneReader.Reading> reading = phones.read(text);
        Optional<Identifier> phone = reading.flatMap(read -> rules.phone(read.e164()));
        if (phone.isEmpty()) {
            keep(row, IdentifierKind.PHONE, "phone_not_usable", wanted);
            return null;
        }
        if (reading.get().assumed()) {
            row.note("phone_assumed_international", "phone", Masked.text(text));
        }
        wanted.add(WantedIdentifier.own(phone.get(), "phone"));
        return phone.get();
    }

    private @Nullable Identifier email(RowReader row, @Nullable Identifier phone, List<WantedIdentifier> wanted) {
        String text = stripped(row, "email");
        if (text == null) {
            return null;
        }
        if (phone != null && isInventedFor(phone, text)) {
            row.note("invented_email_dropped", "email", Masked.text(text));
            return null;
        }
        Optional<Identifier> email = rules.email(text);
        if (email.isPresent()) {
            wanted.add(WantedIdentifier.own(email.get(), "email"));
            return email.get();
        }
        Optional<Identifier> name = rules.username(text);
        if (name.isPresent()) {
            row.note("email_kept_as_username", "email", Masked.text(text));
            wanted.add(new WantedIdentifier(name.get(), Wish.OWN_IF_FREE, "email", null));
        } else {
            keep(row, IdentifierKind.EMAIL, "email_not_usable", wanted);
        }
        return null;
    }

    private void username(RowReader row, @Nullable Identifier email, List<WantedIdentifier> wanted) {
        String text = stripped(row, "username");
        if (text == null) {
            return;
        }
        Optional<Identifier> name = rules.username(text);
        if (PhoneReader.looksLikePhone(text)) {
            keep(row, IdentifierKind.USERNAME, "username_looks_like_phone", wanted);
        } else if (name.isEmpty()) {
            keep(row, IdentifierKind.USERNAME, "username_not_usable", wanted);
        } else {
            wanted.add(named(name.get(), rules.email(text), email));
        }
    }

    /** A name that is the person's own address adds nothing; one that is another's has to give way to that address. */
    private static WantedIdentifier named(Identifier name, Optional<Identifier> asEmail, @Nullable Identifier own) {
        if (asEmail.isEmpty()) {
            return WantedIdentifier.own(name, "username");
        }
        String key = asEmail.get().key();
        return own != null && own.key().equals(key)
                ? WantedIdentifier.text(IdentifierKind.USERNAME, name.value(), "username")
                : new WantedIdentifier(name, Wish.OWN, "username", key);
    }

    private static void keep(RowReader row, IdentifierKind kind, String reason, List<WantedIdentifier> wanted) {
        String column = column(kind);
        row.note(reason, column, Masked.text(String.valueOf(row.raw(column))));
        String text = row.text(column, longest(kind));
        if (text != null) {
            wanted.add(WantedIdentifier.text(kind, text, column));
        }
    }

    private static boolean isInventedFor(Identifier phone, String email) {
        int at = email.lastIndexOf('@');
        String local = at < 0 ? "" : email.substring(0, at);
        return at >= 0
                && INVENTED_DOMAINS.contains(email.substring(at))
                && local.replaceFirst("^phone_", "").equals(phone.value().substring(1));
    }

    private static @Nullable String stripped(RowReader row, String column) {
        String raw = row.raw(column);
        String text = raw == null ? "" : raw.strip();
        return text.isEmpty() ? null : text;
    }

    private static String column(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            case USERNAME -> "username";
        };
    }

    private static int longest(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> MAX_EMAIL;
            case PHONE -> MAX_PHONE;
            case USERNAME -> MAX_USERNAME;
        };
    }
}
