package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.store.SocialStore.SocialKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person whom a provider vouches for.
 *
 * @param provenAt when the person last proved to the provider who they are, never in the future; null where that is not
 *     known
 */
record VouchedPerson(
        SocialKey key,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String given,
        @Nullable String family,
        @Nullable Instant provenAt) {

    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 60;
    private static final String SEPARATOR = "\u001f";
    private static final int FIELDS = 8;
    private static final int FIELDS_WITHOUT_TIME = 7;

    /** Empty for ids that the table cannot hold. */
    static Optional<VouchedPerson> of(SocialProvider provider, SocialPerson person, Instant now) {
        boolean storable = isStorable(person.issuer()) && isStorable(person.subject());
        String given = name(person.names().given());
        String family = name(person.names().family());
        String full = name(person.names().full());
        return storable
                ? Optional.of(new VouchedPerson(
                        new SocialKey(provider.name(), person.issuer(), person.subject()),
                        email(person.email()),
                        person.emailVerified(),
                        given == null && family == null ? full : given,
                        family,
                        provenAt(person.authenticatedAt(), now)))
                : Optional.empty();
    }

    /** A time that cannot be is not told: it would make a proof of long ago a recent one. */
    private static @Nullable Instant provenAt(@Nullable Instant told, Instant now) {
        if (told == null || told.isBefore(Instant.EPOCH) || told.isAfter(now.plus(ProviderClock.SKEW))) {
            return null;
        }
        return told.isAfter(now) ? now : told;
    }

    private static boolean isStorable(String id) {
        return !id.isBlank()
                && id.length() <= LONGEST_KEY
                && id.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    private static @Nullable String email(@Nullable String text) {
        boolean plain = text != null
                && !text.isBlank()
                && text.length() <= LONGEST_EMAIL
                && text.chars().noneMatch(Character::isISOControl);
        return plain ? text : null;
    }

    private static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean.isEmpty() ? null : clean;
    }

    SocialIdentity identity() {
        return new SocialIdentity(key.provider(), key.issuer(), key.subject(), email, emailVerified, null, null);
    }

    Person person() {
        return new Person(given, family, null, null, null);
    }

    /** As one text, to be sealed. */
    String text() {
        return String.join(
                SEPARATOR,
                key.provider(),
                key.issuer(),
                key.subject(),
                orEmpty(email),
                String.valueOf(emailVerified),
                orEmpty(given),
                orEmpty(family),
                provenAt == null ? "" : provenAt.toString());
    }

    /** A node of the version before, which kept no time of the proof, may have written it. */
    static Optional<VouchedPerson> read(String text) {
        List<String> fields = Arrays.asList(text.split(SEPARATOR, -1));
        return fields.size() == FIELDS || fields.size() == FIELDS_WITHOUT_TIME
                ? Optional.of(new VouchedPerson(
                        new SocialKey(fields.get(0), fields.get(1), fields.get(2)),
                        orNull(fields.get(3)),
                        Boolean.parseBoolean(fields.get(4)),
                        orNull(fields.get(5)),
                        orNull(fields.get(6)),
                        time(fields, 7)))
                : Optional.empty();
    }

    private static @Nullable Instant time(List<String> fields, int at) {
        return at >= fields.size() || fields.get(at).isEmpty() ? null : Instant.parse(fields.get(at));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "VouchedPerson[" + key.provider() + "]";
    }
}
