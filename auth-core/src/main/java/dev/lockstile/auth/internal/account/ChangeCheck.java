package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.SettingsJson;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a request to change an account: canonical values, and all problems at once. */
final class ChangeCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeCheck.class);
    /** An area and one or two places, each of up to 14 characters, as the tz database names its zones. */
    private static final Pattern ZONE = Pattern.compile("[A-Z][A-Za-z]{2,13}(/[A-Za-z][A-Za-z0-9_+-]{1,13}){1,2}");

    private final IdentifierRules rules;
    private final List<HostField> fields;
    private final List<FieldProblem> problems = new ArrayList<>();

    ChangeCheck(IdentifierRules rules, List<HostField> fields) {
        this.rules = rules;
        this.fields = fields;
    }

    Wanted read(AccountChange change) {
        Identifier email = read("email", change.email(), rules::email);
        Identifier phone = read("phone", change.phone(), rules::phone);
        Identifier username = read("username", change.username(), rules::newUsername);
        String language = read("language", change.language(), ChangeCheck::language);
        String timezone = read("timezone", change.timezone(), ChangeCheck::timezone);
        if (Boolean.FALSE.equals(change.termsAccepted())) {
            problems.add(FieldProblem.of("terms_and_conditions", "must_be_accepted"));
        }
        problems.addAll(HostFields.problems(fields, change.host(), false));
        return new Wanted(
                new Names(email, phone, username),
                language,
                timezone,
                Boolean.TRUE.equals(change.termsAccepted()),
                HostFields.byAttribute(fields, change.host()),
                problems);
    }

    private <T> @Nullable T read(String field, @Nullable String text, Function<String, Optional<T>> form) {
        if (text == null) {
            return null;
        }
        Optional<T> value = form.apply(text);
        if (value.isEmpty()) {
            problems.add(FieldProblem.of(field, "invalid_" + field));
        }
        return value.orElse(null);
    }

    private static Optional<String> language(String text) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build();
            return Optional.of(locale).filter(l -> !l.getLanguage().isEmpty()).map(Locale::toLanguageTag);
        } catch (IllformedLocaleException e) {
            return Optional.empty(); // no language tag (RFC 5646)
        }
    }

    /** A name in the form of the tz database is kept, since browsers know zones that are newer than this JVM. */
    private static Optional<String> timezone(String text) {
        String name = text.strip();
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return Optional.of(name);
        }
        Optional<String> newer = Optional.of(name).filter(ZONE.asMatchPredicate());
        newer.ifPresent(zone -> LOG.info("this JVM does not know the time zone {}; it is kept as text", zone));
        return newer;
    }

    /** The new identifiers. */
    record Names(
            @Nullable Identifier email,
            @Nullable Identifier phone,
            @Nullable Identifier username) {

        boolean areNone() {
            return email == null && phone == null && username == null;
        }

        /** The address and number that are not the account's proven ones already. */
        List<Identifier> toProve(IdentifierStates identifiers) {
            return Stream.of(email, phone)
                    .filter(Objects::nonNull)
                    .filter(wanted -> !has(identifiers, wanted))
                    .toList();
        }

        /** The user name, unless it is the account's already. */
        @Nullable
        Identifier toTake(IdentifierStates identifiers) {
            Identifier wanted = username;
            return wanted == null || has(identifiers, wanted) ? null : wanted;
        }

        private static boolean has(IdentifierStates identifiers, Identifier wanted) {
            return UnprovenIdentifiers.isSettled(identifiers, wanted.kind())
                    && wanted.value().equals(identifiers.of(wanted.kind()).value());
        }
    }

    /**
     * What is wanted, and what is wrong with it.
     *
     * @param hostColumns the host's own by their attributes
     */
    record Wanted(
            Names names,
            @Nullable String language,
            @Nullable String timezone,
            boolean terms,
            Map<String, @Nullable Object> hostColumns,
            List<FieldProblem> problems) {

        SettingsJson applied(SettingsJson settings) {
            SettingsJson spoken = language == null ? settings : settings.with("language", language);
            return timezone == null ? spoken : spoken.with("timezone", timezone);
        }
    }
}
