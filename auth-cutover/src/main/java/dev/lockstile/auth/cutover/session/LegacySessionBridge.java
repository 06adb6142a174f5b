package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.cutover.internal.LegacyCalls;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.cutover.session.LegacyTokenFormat.Owner;
import dev.lockstile.auth.cutover.session.LegacyTokenFormat.Read;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.legacy.LegacyToken;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.legacy.LegacyVerdict;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets sessions of an old system go on here until a deadline: its tokens are taken at {@code /token/refresh/}, each
 * once. Their owner is found through the ledger of the import, never by the number in the token, which means somebody
 * else here. A token that the legacy system has revoked opens nothing, as far as that system wrote it down
 * ({@link RevocationList}). With an adoption, who has not come over does so with the token.
 */
public final class LegacySessionBridge implements LegacyTokens {

    private static final String SESSIONS = "old_sessions";
    private static final String PROFILES = "profiles";

    private final LegacyTokenFormat tokens;
    private final PersonImport people;
    private final Instant deadline;
    private final @Nullable RevocationList revocations;
    private final @Nullable JustInTimeMigration migration;
    private final LegacyCalls calls = new LegacyCalls();

    private LegacySessionBridge(
            LegacyTokenFormat tokens,
            PersonImport people,
            Instant deadline,
            @Nullable RevocationList revocations,
            @Nullable JustInTimeMigration migration) {
        this.tokens = tokens;
        this.people = people;
        this.deadline = deadline;
        this.revocations = revocations;
        this.migration = migration;
    }

    /**
     * For people who have been imported.
     *
     * @param people with the preset and system of the import
     * @param deadline when the last old token is refused: no later than the longest of them lives
     * @param revocations what the legacy system has ended: a token on it opens nothing here. While it does not answer,
     *     every exchange is to be tried again later
     */
    public static LegacySessionBridge of(
            LegacyTokenFormat tokens, PersonImport people, Instant deadline, RevocationList revocations) {
        return new LegacySessionBridge(tokens, people, deadline, revocations, null);
    }

    /**
     * Takes tokens that the legacy system may have ended: whoever stole one, and was logged out over there, comes in
     * here. For a system that keeps no list anywhere.
     */
    public static LegacySessionBridge allowRevokedTokens(
            LegacyTokenFormat tokens, PersonImport people, Instant deadline) {
        return new LegacySessionBridge(tokens, people, deadline, null, null);
    }

    /** For people who come over one by one as well. */
    public LegacySessionBridge bringingIn(JustInTimeMigration newAdoption) {
        return new LegacySessionBridge(tokens, people, deadline, revocations, newAdoption);
    }

    @Override
    public Optional<LegacyToken> read(Secret token, Instant now) {
        return now.isBefore(deadline)
                ? tokens.read(token, now)
                        .filter(read -> !isRevoked(token, read, now))
                        .flatMap(read -> owner(read).map(user -> token(read, user)))
                : Optional.empty();
    }

    /** Before anybody comes over by it. */
    private boolean isRevoked(Secret token, Read read, Instant now) {
        RevocationList list = revocations;
        return list != null
                && calls.ask(() -> now, () -> list.isRevoked(token, read))
                        .orElseThrow(() -> new StoreUnavailableException(
                                "nobody knows whether the token was revoked", new IllegalStateException()));
    }

    private Optional<UserId> owner(Read read) {
        List<UserId> here = here(read.owner());
        if (here.isEmpty() && migration != null) {
            bringIn(read.owner(), migration);
            here = here(read.owner());
        }
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
    }

    /**
     * Two people who may both be meant are nobody. Nor does a token open an account into which a row with its number was
     * merged: whoever had that row may never have proven the name by which it was.
     */
    private List<UserId> here(Owner owner) {
        Set<UserId> mergedInto = owner.entities().stream()
                .filter(entity -> isSecondRow(owner, entity))
                .flatMap(entity -> people.userOf(entity, owner.userId()).stream())
                .collect(Collectors.toSet());
        return owner.entities().stream()
                .flatMap(entity ->
                        people.userOf(entity, owner.userId()).stream().filter(user -> isCalled(owner, entity, user)))
                .filter(user -> !mergedInto.contains(user))
                .distinct()
                .toList();
    }

    private boolean isSecondRow(Owner owner, String entity) {
        boolean unmoved = owner.isMain(entity) && people.isInPlace(entity, owner.userId());
        return people.isSecondRow(entity, owner.userId()) && !unmoved;
    }

    /** In a main table beside others people have addresses: a user name here may have come from the other table. */
    private boolean isCalled(Owner owner, String entity, UserId user) {
        String name = owner.name();
        return name == null || (owner.isMain(entity) ? people.isReachedAt(user, name) : people.isCalled(user, name));
    }

    private static void bringIn(Owner owner, JustInTimeMigration migration) {
        for (String entity : owner.entities()) {
            LegacyVerdict verdict = migration.bringIn(entity, owner.userId(), owner.name());
            if (verdict == LegacyVerdict.UNKNOWN) {
                throw new StoreUnavailableException("the former system does not answer", new IllegalStateException());
            }
            if (verdict == LegacyVerdict.MATCH) {
                return;
            }
        }
    }

    private LegacyToken token(Read read, UserId user) {
        String profile = read.profileId();
        return new LegacyToken(
                user,
                profile == null ? null : people.localRef(PROFILES, profile).orElse(null),
                people.ledgerKey(SESSIONS, read.id()),
                new LegacyOrigin(people.system(), SESSIONS, read.id(), "bridge", "bridge"),
                read.issuedAt());
    }
}
