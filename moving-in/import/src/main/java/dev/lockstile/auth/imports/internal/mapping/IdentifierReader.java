package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.RowReader;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the identifiers of a source user. A value that is invalid for its kind is stored as text. An e-mail without
 * {@code @} becomes a user name if that is free, and users signed in by the e-mail column or the user has no other
 * name. An e-mail that the source system made up from a phone number is dropped when the number is read. Safe for use
 * by many threads.
 */
public final class IdentifierReader {

    /** Finding: a number is assumed to be international, since nothing says from which country it is. */
    public static final String ASSUMED = "phone_assumed_international";

    private static final Set<String> INVENTED_DOMAINS = Set.of("@otp.local", "@phone.local");
    /** Finding: the number does not fit the country beside it. */
    public static final String COUNTRY_MISMATCH = QuarantineReason.PHONE_COUNTRY_MISMATCH.code();

    private static final int MAX_EMAIL = 254;
    private static final int MAX_PHONE = 32;
    private static final int MAX_USERNAME = 150;

    private final IdentifierRules rules;
    private final PhoneReader phones;

    /**
     * Creates a reader.
     *
     * @param rules the host's canonical forms
     * @param region the region of numbers without a country code, ISO 3166-1 alpha-2; null when it is unknown
     */
    public IdentifierReader(IdentifierRules rules, @Nullable String region) {
        this.rules = rules;
        this.phones = new PhoneReader(region);
    }

    /**
     * {@return the identifiers in these columns; findings are added to the row}
     *
     * @param row the source row, which gets the findings
     * @param columns the columns of the identifiers
     * @param proofs which of them the source system has proven
     */
    public List<WantedIdentifier> read(RowReader row, IdentifierColumns columns, Proofs proofs) {
        Wanted wanted = new Wanted(row, proofs);
        Identifier phone = columns.phone() == null ? null : phone(wanted, columns);
        boolean named = !columns.byEmail() && hasUsername(row, columns.username());
        Identifier email = columns.email() == null ? null : email(wanted, columns.email(), phone, named);
        if (columns.username() != null) {
            username(wanted, columns.username(), email);
        }
        return wanted.found;
    }

    /** The identifiers found in a row so far. */
    private record Wanted(RowReader row, Proofs proofs, List<WantedIdentifier> found) {

        Wanted(RowReader row, Proofs proofs) {
            this(row, proofs, new ArrayList<>());
        }

        boolean proven(IdentifierKind kind) {
            return switch (kind) {
                case EMAIL -> proofs == Proofs.ALL || proofs == Proofs.EMAIL;
                case PHONE -> proofs == Proofs.ALL || proofs == Proofs.PHONE_ONLY;
                case USERNAME -> false;
            };
        }

        void own(Identifier identifier, String column, boolean proven) {
            found.add(WantedIdentifier.own(identifier, column, proven && !isInvented(identifier)));
        }

        void keep(IdentifierKind kind, String reason, String column) {
            row.note(reason, column, Masked.text(String.valueOf(row.raw(column))));
            String text = row.text(column, longest(kind));
            if (text != null) {
                found.add(WantedIdentifier.text(kind, text, column, proven(kind)));
            }
        }
    }

    private @Nullable Identifier phone(Wanted wanted, IdentifierColumns columns) {
        String column = String.valueOf(columns.phone());
        String countryCode = columns.countryCode();
        String text = stripped(wanted.row(), column);
        if (text == null || CellMeaning.isNothing(text)) {
            return null;
        }
        String country = countryCode == null ? null : wanted.row().raw(countryCode);
        Optional<PhoneReader.Reading> reading = phones.read(text, country);
        Optional<Identifier> phone = reading.flatMap(read -> rules.phone(read.e164()));
        if (phone.isEmpty()) {
            String reason = phones.isOfAnotherCountry(text, country) ? COUNTRY_MISMATCH : "phone_not_usable";
            wanted.keep(IdentifierKind.PHONE, reason, column);
            return null;
        }
        if (reading.get().assumed()) {
            wanted.row().note(ASSUMED, column, Masked.text(text));
            wanted.own(phone.get(), column, false); // an assumption is no proof
        } else {
            wanted.own(
                    phone.get(),
                    column,
                    isProven(wanted, phone.get(), columns.email())
                            && PhoneReader.isValid(reading.get().e164()));
        }
        return phone.get();
    }

    private static boolean isProven(Wanted wanted, Identifier phone, @Nullable String emailColumn) {
        String email = emailColumn == null ? null : stripped(wanted.row(), emailColumn);
        boolean only = email != null && isInventedFor(phone, email);
        return wanted.proven(IdentifierKind.PHONE) || (wanted.proofs() == Proofs.EMAIL && only);
    }

    /** Returns true when the row has a valid user name. */
    private boolean hasUsername(RowReader row, @Nullable String column) {
        String text = column == null ? null : stripped(row, column);
        return text != null && rules.username(text).isPresent();
    }

    private @Nullable Identifier email(Wanted wanted, String column, @Nullable Identifier phone, boolean named) {
        String text = stripped(wanted.row(), column);
        if (text == null || CellMeaning.isNothing(text)) {
            return null;
        }
        if (phone != null && isInventedFor(phone, text)) {
            wanted.row().note("invented_email_dropped", column, Masked.text(text));
            return null;
        }
        Optional<Identifier> email = rules.email(text);
        if (email.isPresent()) {
            return ownEmail(wanted, column, email.get());
        }
        Optional<Identifier> name = rules.username(text);
        if (name.isPresent() && !named && wanted.proofs() != Proofs.PHONE_ONLY) {
            wanted.row().note("email_kept_as_username", column, Masked.text(text));
            wanted.found()
                    .add(new WantedIdentifier(name.get(), RequestedIdentifier.OWN_IF_FREE, column, null, false, false));
        } else {
            wanted.keep(IdentifierKind.EMAIL, "email_not_usable", column);
        }
        return null;
    }

    private static @Nullable Identifier ownEmail(Wanted wanted, String column, Identifier email) {
        if (wanted.proofs() == Proofs.PHONE_ONLY) {
            wanted.found().add(WantedIdentifier.text(IdentifierKind.EMAIL, email.value(), column, false));
            return null;
        }
        wanted.own(email, column, wanted.proven(IdentifierKind.EMAIL));
        return email;
    }

    private void username(Wanted wanted, String column, @Nullable Identifier email) {
        String text = stripped(wanted.row(), column);
        if (text == null) {
            return;
        }
        Optional<Identifier> name = rules.username(text);
        if (PhoneReader.hasFormOfPhone(text) && name.isPresent()) {
            wanted.row().note("username_looks_like_phone", column, Masked.text(text));
        }
        if (name.isEmpty()) {
            wanted.keep(IdentifierKind.USERNAME, "username_not_usable", column);
        } else {
            wanted.found().add(named(name.get(), rules.email(text), email, column));
        }
    }

    /**
     * A user name that is the person's own address is stored as text; one that is another person's gives way to that
     * address.
     */
    private static WantedIdentifier named(
            Identifier name, Optional<Identifier> asEmail, @Nullable Identifier own, String column) {
        if (asEmail.isEmpty()) {
            return WantedIdentifier.own(name, column, false);
        }
        String key = asEmail.get().key();
        return own != null && own.key().equals(key)
                ? WantedIdentifier.text(IdentifierKind.USERNAME, name.value(), column, false)
                : new WantedIdentifier(name, RequestedIdentifier.OWN, column, key, false, false);
    }

    /**
     * {@return true for an e-mail address that source systems make up for people who have none, so that no mailbox
     * receives anything there}
     *
     * @param identifier of any kind
     */
    public static boolean isInvented(Identifier identifier) {
        int at = identifier.value().lastIndexOf('@');
        return identifier.kind() == IdentifierKind.EMAIL
                && at >= 0
                && INVENTED_DOMAINS.contains(identifier.value().substring(at).toLowerCase(Locale.ROOT));
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

    private static int longest(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> MAX_EMAIL;
            case PHONE -> MAX_PHONE;
            case USERNAME -> MAX_USERNAME;
        };
    }
}
