package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.FirstProfile;
import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.draft.ProfileDraft;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.migrate.draft.WantedIdentifier;
import dev.lockstile.auth.migrate.draft.Wish;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.Standing;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One person there and here, field by field. Both sides go into a checksum each, whose sums over all people do not depend
 * on their order. Where a second row of the person may have filled in what the first had not, only what the first had is
 * compared.
 */
final class Comparison {

    private final String person;
    private final Instant readAt;
    private final Set<String> differing = new TreeSet<>();
    private long there;
    private long here;

    /** @param readAt what a row without a date was given when it was read anew */
    Comparison(UserDraft user, Instant readAt) {
        this.readAt = readAt;
        this.person = user.origin().entity().text() + '|' + user.origin().legacyId();
    }

    Set<String> differing() {
        return differing;
    }

    long checksumThere() {
        return there;
    }

    long checksumHere() {
        return here;
    }

    void user(UserDraft user, StoredUser found) {
        Standing old = user.standing();
        Standing now = found.info().standing();
        field("is_active", old.active(), now.active());
        field("is_staff", old.staff(), now.staff());
        field("is_superuser", old.superuser(), now.superuser());
        if (!user.dates().joinedAt().equals(readAt)) { // a copy without a date has the time of its own reading
            Instant joinedAt = found.info().dates().joinedAt();
            field("joined_at", micros(user.dates().joinedAt()), micros(joinedAt));
        }
        field("settings", user.settings(), found.info().settings());
    }

    void identifiers(UserDraft user, StoredUser found) {
        user.identifiers().forEach(wanted -> identifier(wanted, user.identifiers(), found));
    }

    /** A wrapped hash has a salt of its own, so that only its being there can be compared. */
    void password(ImportOutcome old, StoredUser found) {
        String now = found.passwordHash() == null ? null : found.passwordHash().reveal();
        if (old.kind() == ImportOutcome.Kind.WRAPPED) {
            field("password", true, now != null);
        } else {
            old.toStore().ifPresent(hash -> field("password", hash, now));
        }
    }

    /** A profile that came from a row of its own. */
    void profile(ProfileDraft old, ProfileInfo now) {
        known("profile.role", old.standing().role(), now.standing().role());
        field("profile.is_active", old.standing().active(), now.standing().active());
        field("profile.label", old.label(), now.label());
        known("profile.picture", old.picture(), now.picture());
        field("profile.settings", old.settings(), now.settings());
        names(old.person(), now.person());
    }

    /** What a person without a row for profiles brings for the first one. */
    void firstProfile(PersonDraft old, StoredUser found) {
        FirstProfile about = old.user().about();
        found.profiles().stream()
                .filter(profile -> profile.standing().isDefault())
                .findFirst()
                .ifPresent(now -> {
                    names(about.person(), now.person());
                    known("profile.picture", about.picture(), now.picture());
                    if (!about.role().equals(AbstractProfile.DEFAULT_ROLE)) {
                        field("profile.role", about.role(), now.standing().role());
                    }
                    if (!about.settings().equals(SettingsJson.EMPTY)) {
                        field("profile.settings", about.settings(), now.settings());
                    }
                });
    }

    private void names(Person old, Person now) {
        known("profile.first_name", old.firstName(), now.firstName());
        known("profile.last_name_1", old.lastName1(), now.lastName1());
        known("profile.last_name_2", old.lastName2(), now.lastName2());
        known("profile.birthday", old.birthday(), now.birthday());
        known("profile.gender", old.gender(), now.gender());
    }

    /** The text of an identifier stays whoever owns it; of two of a kind one gives way, and that is no difference. */
    private void identifier(WantedIdentifier wanted, List<WantedIdentifier> all, StoredUser found) {
        IdentifierKind kind = wanted.identifier().kind();
        boolean alone = all.stream()
                .allMatch(other -> other.wish() != Wish.OWN_IF_FREE
                        && (other == wanted || other.identifier().kind() != kind));
        if (alone) {
            String now = found.info().handles().of(kind).value();
            field(kind.name().toLowerCase(Locale.ROOT), wanted.identifier().value(), now);
        }
    }

    private void known(String name, @Nullable Object old, @Nullable Object now) {
        if (old != null) {
            field(name, old, now);
        }
    }

    private void field(String name, @Nullable Object old, @Nullable Object now) {
        there += sum(name, old);
        here += sum(name, now);
        if (!Objects.equals(old, now)) {
            differing.add(name);
        }
    }

    private long sum(String name, @Nullable Object value) {
        Object text = value instanceof SettingsJson settings ? settings.sorted().text() : value;
        return Digest.of(person + '|' + name + '|' + text).high();
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
