package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.StoredUser;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads users together with their profiles. */
record UserReader(TableViews views) {

    Optional<StoredUser> byId(UserId id) {
        return id.key() instanceof Long key
                ? Optional.ofNullable(views.users.get(key)).flatMap(this::of)
                : Optional.empty();
    }

    Optional<StoredUser> deleted(UserId id) {
        return id.key() instanceof Long key
                ? Optional.ofNullable(views.users.get(key))
                        .filter(UserRow::isDeleted)
                        .map(row -> new StoredUser(
                                row.info(),
                                row.keys(),
                                row.password().hash(),
                                row.password().changedAt(),
                                List.of()))
                : Optional.empty();
    }

    Optional<StoredUser> of(UserRow row) {
        return row.isDeleted()
                ? Optional.empty()
                : Optional.of(new StoredUser(
                        row.info(),
                        row.keys(),
                        row.password().hash(),
                        row.password().changedAt(),
                        profiles(row.id()),
                        factors(row.id())));
    }

    private Set<FactorKind> factors(UserId user) {
        Set<FactorKind> factors = EnumSet.noneOf(FactorKind.class);
        if (views.totps.rows(Tables.TOTP_USER, user).anyMatch(row -> row.state().confirmedAt() != null)) {
            factors.add(FactorKind.TOTP);
        }
        if (views.passkeys.rows(Tables.PASSKEY_USER, user).findAny().isPresent()) {
            factors.add(FactorKind.PASSKEY);
        }
        return factors;
    }

    private List<ProfileInfo> profiles(UserId user) {
        return views.profiles
                .rows(Tables.PROFILE_USER, user)
                .filter(row -> !row.isDeleted())
                .sorted(Comparator.comparing(row -> row.times().createdAt()))
                .map(ProfileRow::info)
                .toList();
    }
}
