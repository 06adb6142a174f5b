package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.cutover.internal.LegacyCalls;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.cutover.session.LegacyTokenFormat.Owner;
import dev.lockstile.auth.cutover.session.LegacyTokenFormat.Read;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.legacy.LegacyTokens.LegacyToken;
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
 * Accepts refresh tokens of a source system at {@code /token/refresh/} until a deadline, each once. The user is found
 * through the import's ledger, never by the number in the token, which is another user's in the target. Tokens that the
 * source system recorded as revoked ({@link RevocationList}) are refused. With a {@link JustInTimeMigration} the owner
 * is imported if need be. Safe for use by many threads.
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
     * {@return a bridge for imported users}
     *
     * @param tokens how the old system makes its tokens, and with which key
     * @param people with the preset and system of the import
     * @param deadline when the last source token is refused: no later than the longest lifetime of a token
     * @param revocations the tokens the source system has revoked. While it does not respond, every exchange fails as
     *     temporarily unavailable
     */
    public static LegacySessionBridge of(
            LegacyTokenFormat tokens, PersonImport people, Instant deadline, RevocationList revocations) {
        return new LegacySessionBridge(tokens, people, deadline, revocations, null);
    }

    /**
     * {@return a bridge without a revocation list, for a source system that keeps none: a stolen token that was revoked
     * by a logout there is still accepted}
     *
     * @param tokens how the old system makes its tokens, and with which key
     * @param people with the preset and system of the import
     * @param deadline when the last source token is refused
     */
    public static LegacySessionBridge allowRevokedTokens(
            LegacyTokenFormat tokens, PersonImport people, Instant deadline) {
        return new LegacySessionBridge(tokens, people, deadline, null, null);
    }

    /**
     * {@return a bridge that also imports the owners of tokens who are not in the target yet}
     *
     * @param newMigration from the same source
     */
    public LegacySessionBridge importingWith(JustInTimeMigration newMigration) {
        return new LegacySessionBridge(tokens, people, deadline, revocations, newMigration);
    }

    @Override
    public Optional<LegacyToken> read(Secret token, Instant now) {
        return now.isBefore(deadline)
                ? tokens.read(token, now)
                        .filter(read -> !isRevoked(token, read, now))
                        .flatMap(read -> owner(read).map(user -> token(read, user)))
                : Optional.empty();
    }

    /** Checked before an import by token. */
    private boolean isRevoked(Secret token, Read read, Instant now) {
        RevocationList list = revocations;
        return list != null
                && calls.ask(() -> now, () -> list.isRevoked(token, read))
                        .orElseThrow(() -> new StoreUnavailableException(
                                "the list of revoked tokens gave no answer, so the token is not accepted",
                                new IllegalStateException()));
    }

    private Optional<UserId> owner(Read read) {
        List<UserId> users = targetUsers(read.owner());
        if (users.isEmpty() && migration != null) {
            importOwner(read.owner(), migration);
            users = targetUsers(read.owner());
        }
        return users.size() == 1 ? Optional.of(users.get(0)) : Optional.empty();
    }

    /**
     * Finds the target users of the token's owner; more than one means none. A token does not open an account into
     * which a row with its number was merged: the owner of that row may never have verified the name it was merged by.
     */
    private List<UserId> targetUsers(Owner owner) {
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
        boolean inPlace = owner.isMain(entity) && people.isInPlace(entity, owner.userId());
        return people.isSecondRow(entity, owner.userId()) && !inPlace;
    }

    /**
     * Whether the user has the name that the token tells. In the main of several tables it has to be an address: the
     * same user name in the target may come from another table.
     */
    private boolean isCalled(Owner owner, String entity, UserId user) {
        String name = owner.name();
        return name == null || (owner.isMain(entity) ? people.isReachedAt(user, name) : people.isCalled(user, name));
    }

    private static void importOwner(Owner owner, JustInTimeMigration migration) {
        for (String entity : owner.entities()) {
            LegacyAccounts.Verdict verdict = migration.importUser(entity, owner.userId(), owner.name());
            if (verdict == LegacyAccounts.Verdict.UNKNOWN) {
                throw new StoreUnavailableException("the legacy system does not answer", new IllegalStateException());
            }
            if (verdict == LegacyAccounts.Verdict.MATCH) {
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
