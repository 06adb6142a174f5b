package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** One member, and what the contracts of sessions do with her tokens. */
abstract class MemberSessionsContract extends FlowContract {

    static final String ADDRESS = "ana@acme.example";
    static final Outcome<TokenPair> REFUSED = Outcome.refused(Refusal.INVALID_TOKEN);

    @BeforeEach
    final void register() {
        fixture.member(ADDRESS);
    }

    static UnaryOperator<AuthSettings> sessions(UnaryOperator<SessionSettings> change) {
        return settings -> settings.withSessions(change.apply(settings.sessions()));
    }

    static SignIn phone(FlowFixture at, String device) {
        return FlowFixture.signIn(at.auth.login().signIn(mobile(device)));
    }

    static PasswordLogin.Request mobile(String device) {
        DeviceInfo info = new DeviceInfo("ios", device, device, "push-" + device);
        return new PasswordLogin.Request(
                ADDRESS, Secret.of(FlowFixture.PASSWORD), new ClientInfo(ClientKind.MOBILE, info, "192.0.2.8", null));
    }

    static TokenPair refreshed(FlowFixture at, Secret token) {
        return refreshed(at, token, RefreshClient.UNNAMED);
    }

    static TokenPair refreshed(FlowFixture at, Secret token, RefreshClient client) {
        Outcome<TokenPair> result = at.auth.sessions().refresh(token, client);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    static List<SessionState> live(FlowFixture at) {
        return at.store.read(tx -> {
            Identifier email = IdentifierRules.standard().email(ADDRESS).orElseThrow();
            StoredUser user = tx.users().byKey(email.kind(), email.key()).orElseThrow();
            return tx.sessions().live(user.info().id(), at.clock.instant());
        });
    }
}
