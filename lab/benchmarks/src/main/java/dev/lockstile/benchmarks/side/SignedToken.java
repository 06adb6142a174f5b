package dev.lockstile.benchmarks.side;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.TokenSettings;
import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Node;
import java.text.ParseException;
import java.util.List;

/** The access token of an administrator who has just signed in, and the key that signed it. */
record SignedToken(SigningKeys.Algorithm algorithm, String text, JWK key, String keySet) {

    static final TokenSettings SETTINGS = BenchSettings.TOKENS;

    /** What every contender has to find in a token, besides issuer, audience and times. */
    static final List<String> DEMANDED =
            List.of("sub", "jti", "sid", "profile_id", "roles", "rights", "auth_time", "client_id", "acr", "amr");

    private static final String EMAIL = "admin@acme.example";

    static SignedToken by(SigningKeys.Algorithm algorithm) {
        SigningKeys keys = SigningKeys.generate(algorithm);
        String keySet = keys.jwkSet().reveal();
        try {
            return new SignedToken(
                    algorithm,
                    signedWith(AuthKeys.generate().withSigning(keys)),
                    JWKSet.parse(keySet).getKeys().get(0),
                    keySet);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedWith(AuthKeys keys) {
        try (HikariDataSource pool = Database.h2().pool(2)) {
            AuthSchema.builder(pool).build().migrate();
            try (Node node = Node.on(pool, keys, new BenchClock())) {
                return signIn(node.auth());
            }
        }
    }

    private static String signIn(Auth auth) {
        Secret password = Secret.of(BenchSettings.PASSWORD);
        Outcome<UserInfo> admin =
                auth.admin().createFirstSuperuser(new NewAdmin(EMAIL, password, NewAdmin.Rank.SUPERUSER));
        if (auth.login().signIn(new PasswordLogin.Request(EMAIL, password, ClientInfo.web("198.51.100.7")))
                instanceof Outcome.Done<SignIn> in) {
            return in.value().tokens().access().reveal();
        }
        throw new IllegalStateException("not signed in, after " + admin);
    }
}
