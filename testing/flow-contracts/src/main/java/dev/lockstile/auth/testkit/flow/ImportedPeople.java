package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts people into a store as an import leaves them. */
final class ImportedPeople {

    private final AuthStore store;
    private final SettableClock clock;

    ImportedPeople(AuthStore store, SettableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A person as an import leaves one: the address belongs to them, proven or not. */
    Identifier imported(String address, String hash, boolean verified) {
        Identifier email = IdentifierRules.standard().email(address).orElseThrow();
        Instant now = clock.instant();
        store.alone(tx -> tx.users()
                .insert(new NewUser(
                        List.of(new IdentifierAssignment(email, true, verified ? now : null)),
                        Secret.of(hash),
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now))));
        return email;
    }

    /** A person whom an import admits: nothing is proven, and the password opens the account. */
    UserId admitted(String address, @Nullable String phone, @Nullable String username, String password) {
        IdentifierRules rules = IdentifierRules.standard();
        Instant now = clock.instant();
        return brought(
                Stream.of(
                        rules.email(address),
                        Optional.ofNullable(phone).flatMap(rules::phone),
                        Optional.ofNullable(username).flatMap(rules::username)),
                new UserInfo.Dates(now, null, null, now),
                password);
    }

    /**
     * A person whom a legacy system had not verified, with that text in the e-mail column: nothing opens the account.
     */
    UserId refused(String address, String column, String username, String password) {
        IdentifierRules rules = IdentifierRules.standard();
        return brought(
                Stream.of(
                        rules.email(address).map(email -> new Identifier(email.kind(), column, email.key())),
                        rules.username(username)),
                new UserInfo.Dates(clock.instant(), null, null),
                password);
    }

    private UserId brought(Stream<Optional<Identifier>> owned, UserInfo.Dates dates, String password) {
        List<IdentifierAssignment> claims = owned.flatMap(Optional::stream)
                .map(identifier -> new IdentifierAssignment(identifier, true, null))
                .toList();
        Secret hash = Secret.of("md5$s$" + Md5.of("s" + password));
        NewUser user = new NewUser(
                claims, hash, UserInfo.Status.ORDINARY, dates, SettingsJson.EMPTY, RowTimes.fresh(clock.instant()));
        return store.alone(tx -> tx.users().insert(user));
    }
}
