package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Tickets of sign-ins whose password has to be replaced first. A ticket says who showed what until when, with a keyed
 * digest over that, the kind of client and the stored hash. Nothing is stored for it, and it ends with the hash.
 */
final class PasswordTickets {

    private static final Duration TTL = Duration.ofMinutes(10);
    private static final String PASSWORD = "pwd";
    private static final String FIELD = "\n";
    private static final int FIELDS = 4;

    private final FlowContext context;
    private final Digests.Use digests;

    PasswordTickets(FlowContext context) {
        this.context = context;
        this.digests = context.digests().use("password-ticket");
    }

    /** Whether a sign-in that showed this has to replace the password first. */
    static boolean isDue(StoredUser user, AuthContext shown) {
        return shown.methods().contains(PASSWORD)
                && MarkedHash.read(stored(user)).isPresent();
    }

    Secret issue(StoredUser user, AuthContext shown, ClientKind client, Instant now) {
        String claims = String.join(
                FIELD,
                user.info().id().toString(),
                String.valueOf(shown.methodText()),
                shown.assurance().stored(),
                Long.toString(now.plus(TTL).getEpochSecond()));
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return Secret.of(text + "." + digest(claims, client, user));
    }

    /** What a ticket stands for, while the account may act and its password is the one that was shown. */
    Optional<Clearance> find(AuthTx tx, Secret ticket, ClientKind client, Instant now) {
        String[] parts = ticket.reveal().split("\\.", -1);
        Optional<String> claims = parts.length == 2 ? decoded(parts[0]) : Optional.empty();
        return claims.flatMap(text ->
                find(tx, text, now).filter(shown -> ConstantTime.equal(digest(text, client, shown.user()), parts[1])));
    }

    private Optional<Clearance> find(AuthTx tx, String claims, Instant now) {
        String[] fields = claims.split(FIELD, -1);
        if (fields.length != FIELDS || !isInTime(fields[3], now)) {
            return Optional.empty();
        }
        AuthContext shown;
        try {
            shown = AuthContext.read(fields[1], fields[2]);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no text that was issued here
        }
        return context.store()
                .userId(fields[0])
                .flatMap(tx.users()::byId)
                .filter(user -> user.info().status().mayAct() && isDue(user, shown))
                .map(user -> new Clearance(user, shown));
    }

    private static boolean isInTime(String seconds, Instant now) {
        try {
            return now.getEpochSecond() < Long.parseLong(seconds);
        } catch (NumberFormatException e) {
            return false; // no ticket that was issued here
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64url
        }
    }

    private String digest(String claims, ClientKind client, StoredUser user) {
        return digests.of(claims, client.name(), stored(user));
    }

    private static String stored(StoredUser user) {
        Secret hash = user.passwordHash();
        return hash == null ? "" : hash.reveal();
    }
}
