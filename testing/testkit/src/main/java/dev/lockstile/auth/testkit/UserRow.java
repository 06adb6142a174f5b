package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.UpkeepStore.StoredPhone;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the users' table.
 *
 * @param changes how often it was changed since it was added; what an import fills in does not count
 */
record UserRow(
        UserId id,
        Map<IdentifierKind, Holding> holdings,
        Password password,
        UserInfo.Status status,
        UserInfo.Dates dates,
        SettingsJson settings,
        int changes) {

    UserRow {
        holdings = Map.copyOf(holdings);
    }

    /** The row of a user to be added; one that comes deleted owns nothing. */
    static UserRow of(UserId id, NewUser user) {
        UserRow row = new UserRow(
                id, Map.of(), new Password(user.passwordHash(), null), user.status(), user.dates(), user.settings(), 0);
        for (IdentifierAssignment claim : user.claims()) {
            String key = claim.owned() ? claim.identifier().key() : null;
            row = row.with(claim.identifier(), key, claim.verifiedAt());
        }
        Instant deletedAt = user.times().deletedAt() == null
                ? user.status().deletedAt()
                : user.times().deletedAt();
        return (deletedAt == null ? row : row.deletedAt(deletedAt)).after(0);
    }

    /** The row as it would be added, with that time of change. */
    NewUser asAdded(Instant writtenAt) {
        List<IdentifierAssignment> claims = holdings.entrySet().stream()
                .map(entry -> claim(entry.getKey(), entry.getValue()))
                .toList();
        RowTimes times = new RowTimes(writtenAt, writtenAt, status.deletedAt(), false);
        return new NewUser(claims, password.hash(), status, dates, settings, times);
    }

    private static IdentifierAssignment claim(IdentifierKind kind, Holding held) {
        String key = held.key();
        return new IdentifierAssignment(
                new Identifier(kind, held.value(), key == null ? "" : key), key != null, held.verifiedAt());
    }

    /** What a user goes by; the key is null while the user does not own it. */
    record Holding(
            String value, @Nullable String key, @Nullable Instant verifiedAt) {}

    @Nullable
    String key(IdentifierKind kind) {
        Holding holding = holdings.get(kind);
        return holding == null ? null : holding.key();
    }

    boolean isDeleted() {
        return status.deletedAt() != null;
    }

    UserInfo info() {
        IdentifierStates identifiers = new IdentifierStates(
                identifierState(IdentifierKind.EMAIL),
                identifierState(IdentifierKind.PHONE),
                identifierState(IdentifierKind.USERNAME));
        return new UserInfo(id, identifiers, status, dates, settings);
    }

    IdentifierKeys keys() {
        return new IdentifierKeys(key(IdentifierKind.EMAIL), key(IdentifierKind.PHONE), key(IdentifierKind.USERNAME));
    }

    UserRow with(Identifier identifier, @Nullable String key, @Nullable Instant verifiedAt) {
        Map<IdentifierKind, Holding> next = new EnumMap<>(IdentifierKind.class);
        next.putAll(holdings);
        Instant proof = identifier.kind() == IdentifierKind.USERNAME ? null : verifiedAt;
        next.put(identifier.kind(), new Holding(identifier.value(), key, proof));
        return new UserRow(id, next, password, status, dates, settings, changes + 1);
    }

    boolean isOwnedAs(IdentifierKind kind, String key, @Nullable String value) {
        Holding holding = holdings.get(kind);
        return holding != null && key.equals(holding.key()) && holding.value().equals(value);
    }

    /** Not a change made here, so it does not count. */
    UserRow disowned(IdentifierKind kind) {
        Map<IdentifierKind, Holding> next = new EnumMap<>(IdentifierKind.class);
        next.putAll(holdings);
        boolean toBeProven = kind != IdentifierKind.USERNAME;
        next.computeIfPresent(kind, (same, held) -> {
            String key = toBeProven && held.verifiedAt() == null ? IdentifierKeys.ofNobody(id) : null;
            return new Holding(held.value(), key, null);
        });
        return new UserRow(id, next, password, status, dates, settings, changes);
    }

    /** The phone number as it is stored; null when there is none. */
    @Nullable
    StoredPhone storedPhone() {
        Holding held = holdings.get(IdentifierKind.PHONE);
        return held == null ? null : new StoredPhone(id, held.value(), held.key());
    }

    /** The number in another form; its proof stays. */
    UserRow respelled(StoredPhone seen, Identifier current) {
        Map<IdentifierKind, Holding> next = new EnumMap<>(IdentifierKind.class);
        next.putAll(holdings);
        next.computeIfPresent(
                IdentifierKind.PHONE,
                (same, held) ->
                        new Holding(current.value(), seen.isOwned() ? current.key() : held.key(), held.verifiedAt()));
        return new UserRow(id, next, password, status, dates, settings, changes + 1);
    }

    UserRow withoutUnprovenKeys() {
        Map<IdentifierKind, Holding> next = new EnumMap<>(IdentifierKind.class);
        holdings.forEach((kind, held) -> next.put(
                kind,
                kind == IdentifierKind.USERNAME || held.verifiedAt() != null
                        ? held
                        : new Holding(held.value(), null, null)));
        UserInfo.Dates proven = new UserInfo.Dates(dates.joinedAt(), dates.lastLoginAt(), dates.termsAcceptedAt());
        return new UserRow(id, next, password, status, proven, settings, changes + 1);
    }

    /** Without identifiers that are neither proven nor, as user names are, owned; and without the terms accepted. */
    UserRow withoutUnproven() {
        Map<IdentifierKind, Holding> next = new EnumMap<>(IdentifierKind.class);
        holdings.forEach((kind, held) -> {
            if (kind == IdentifierKind.USERNAME ? held.key() != null : held.verifiedAt() != null) {
                next.put(kind, held);
            }
        });
        UserInfo.Dates left = new UserInfo.Dates(dates.joinedAt(), dates.lastLoginAt(), null);
        return new UserRow(id, next, password, status, left, settings, changes + 1);
    }

    /** What is empty, filled; what is there stays. */
    UserRow completed(List<IdentifierAssignment> claims, @Nullable Secret passwordHash) {
        UserRow row = this;
        for (IdentifierAssignment claim : claims) {
            if (!row.holdings.containsKey(claim.identifier().kind())) {
                row = row.with(
                        claim.identifier(), claim.owned() ? claim.identifier().key() : null, claim.verifiedAt());
            }
        }
        UserRow full =
                row.password.hash() == null && passwordHash != null ? row.with(new Password(passwordHash, null)) : row;
        return full.after(changes);
    }

    /** What of these is not here. */
    Set<FilledColumns.Part> missing(List<IdentifierAssignment> claims, @Nullable Secret passwordHash) {
        Set<FilledColumns.Part> missing = EnumSet.noneOf(FilledColumns.Part.class);
        for (IdentifierAssignment claim : claims) {
            if (!holdings.containsKey(claim.identifier().kind())) {
                missing.add(FilledColumns.Part.of(claim.identifier().kind()));
            }
        }
        if (password.hash() == null && passwordHash != null) {
            missing.add(FilledColumns.Part.PASSWORD);
        }
        return missing;
    }

    /** The same without what was filled in. */
    UserRow without(Set<FilledColumns.Part> parts) {
        Map<IdentifierKind, Holding> left = new EnumMap<>(IdentifierKind.class);
        holdings.forEach((kind, held) -> {
            if (!parts.contains(FilledColumns.Part.of(kind))) {
                left.put(kind, held);
            }
        });
        Password opening = parts.contains(FilledColumns.Part.PASSWORD) ? new Password(null, null) : password;
        return new UserRow(id, left, opening, status, dates, settings, changes);
    }

    private UserRow after(int changesSoFar) {
        return new UserRow(id, holdings, password, status, dates, settings, changesSoFar);
    }

    boolean touched() {
        return changes > 0;
    }

    /** Stands for the time of change, which rows here have not: another one after every change. */
    Instant changedAt() {
        return Instant.EPOCH.plusSeconds(changes);
    }

    UserRow with(Password next) {
        return new UserRow(id, holdings, next, status, dates, settings, changes + 1);
    }

    UserRow with(SettingsJson next) {
        return new UserRow(id, holdings, password, status, dates, next, changes + 1);
    }

    UserRow loggedInAt(Instant now) {
        UserInfo.Dates next = new UserInfo.Dates(dates.joinedAt(), now, dates.termsAcceptedAt(), dates.admittedAt());
        return new UserRow(id, holdings, password, status.at(now), next, settings, changes + 1);
    }

    UserRow termsAcceptedAt(Instant now) {
        UserInfo.Dates next = new UserInfo.Dates(dates.joinedAt(), dates.lastLoginAt(), now, dates.admittedAt());
        return new UserRow(id, holdings, password, status, next, settings, changes + 1);
    }

    UserRow active(boolean active) {
        return with(new UserInfo.Status(active, status.staff(), status.superuser(), status.deletedAt()));
    }

    UserRow disabledUntil(Instant until) {
        return with(new UserInfo.Status(false, status.staff(), status.superuser(), status.deletedAt(), until));
    }

    private UserRow with(UserInfo.Status next) {
        return new UserRow(id, holdings, password, next, dates, settings, changes + 1);
    }

    /** Deleted, and owner of nothing any more. */
    UserRow deletedAt(Instant at) {
        Map<IdentifierKind, Holding> freed = new EnumMap<>(IdentifierKind.class);
        holdings.forEach((kind, held) -> freed.put(kind, new Holding(held.value(), null, held.verifiedAt())));
        UserInfo.Status next =
                new UserInfo.Status(status.active(), status.staff(), status.superuser(), at, status.disabledUntil());
        return new UserRow(id, freed, password, next, dates, settings, changes + 1);
    }

    /** There again, and owner of these without proof; admitted no more where an address or number is among them. */
    UserRow restored(List<Identifier> owned) {
        UserInfo.Status next =
                new UserInfo.Status(status.active(), status.staff(), status.superuser(), null, status.disabledUntil());
        Map<IdentifierKind, Holding> again = new EnumMap<>(IdentifierKind.class);
        again.putAll(holdings);
        owned.forEach(identifier -> again.computeIfPresent(
                identifier.kind(), (kind, held) -> new Holding(held.value(), identifier.key(), null)));
        boolean reachable = owned.stream().anyMatch(identifier -> identifier.kind() != IdentifierKind.USERNAME);
        UserInfo.Dates admitted =
                reachable ? new UserInfo.Dates(dates.joinedAt(), dates.lastLoginAt(), dates.termsAcceptedAt()) : dates;
        return new UserRow(id, again, password, next, admitted, settings, changes + 1);
    }

    private IdentifierState identifierState(IdentifierKind kind) {
        Holding holding = holdings.get(kind);
        return holding == null
                ? IdentifierState.NONE
                : new IdentifierState(holding.value(), holding.key() != null, holding.verifiedAt());
    }
}
