package dev.lockstile.proofs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.jpa.JpaAuditTrail;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.PostgresTimeouts;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.TokenSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;

/**
 * What all nodes of one deployment share: the database, the keys, the provider (a file).
 *
 * @param trail true for nodes that write an audit trail
 */
record Deployment(String url, String user, AuthKeys keys, Path postbox, boolean trail) {

    static final String ORIGIN = "https://acme.example";
    static final int POOL = 12;

    void save(Path file) {
        Properties values = new Properties();
        values.setProperty("url", url);
        values.setProperty("user", user);
        values.setProperty("digest", keys.digestKey().reveal());
        values.setProperty("signing", keys.signing().jwkSet().reveal());
        values.setProperty("postbox", postbox.toString());
        values.setProperty("trail", Boolean.toString(trail));
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Deployment load(Path file) {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Deployment(
                values.getProperty("url"),
                values.getProperty("user"),
                new AuthKeys(
                        Secret.of(values.getProperty("digest")),
                        new SigningKeys(Secret.of(values.getProperty("signing")))),
                Path.of(values.getProperty("postbox")),
                Boolean.parseBoolean(values.getProperty("trail")));
    }

    HikariDataSource pool() {
        return pool("proof");
    }

    /** A pool whose connections the server knows by that name. */
    HikariDataSource pool(String name) {
        return new HikariDataSource(config(name));
    }

    /** A pool that gives up early when no connection can be had. */
    HikariDataSource impatientPool(Duration patience) {
        HikariConfig config = config("proof");
        config.setConnectionTimeout(patience.toMillis());
        return new HikariDataSource(config);
    }

    private HikariConfig config(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        if (url.startsWith("jdbc:postgresql")) {
            config.setConnectionInitSql(PostgresTimeouts.connectionInitSql());
            config.addDataSourceProperty("ApplicationName", name);
        }
        return config;
    }

    Auth wire(JpaAuthStore store, Senders senders, Clock clock) {
        AuthBuilder builder = Auth.builder(store)
                .settings(settings())
                .secondFactors(SecondFactorSettings.optional())
                .passkeys(Passkeys.relyingParty("acme.example", "Acme", ORIGIN))
                .apiKeys(ApiKeySettings.withPrefix("acme").withScopes("orders:read"))
                .impersonation(ImpersonationSettings.standard().allowOneFactor())
                .keys(keys)
                .clock(clock)
                .email(senders.email())
                .sms(senders.sms());
        return trail ? builder.audit(trail(store)).build() : builder.build();
    }

    JpaAuditTrail trail(JpaAuthStore store) {
        return store.auditTrail(keys.auditKey());
    }

    private static AuthSettings settings() {
        PasswordSettings quick = PasswordSettings.owasp()
                .withLength(8, 128)
                .withCost(Argon2Cost.cheapForTests())
                .withPermits(2, Duration.ofSeconds(60));
        return AuthSettings.owasp(
                        "Acme",
                        TokenSettings.owasp("https://acme.example", "acme"),
                        LinkSettings.of(URI.create(ORIGIN + "/confirm"), URI.create(ORIGIN + "/reset"))
                                .allowLogin(URI.create(ORIGIN + "/link")))
                .withThrottles(ThrottleSettings.owasp().turnEverythingOff())
                .withCodes(new CodeSettings(
                        6, 6, Duration.ofMinutes(5), Duration.ofMinutes(5), 5, Duration.ofSeconds(60), 5))
                .withPasswords(quick);
    }
}
