package dev.lockstile.examples.readme;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.token.TokenSettings;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.net.URI;
import javax.sql.DataSource;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/** The smallest host, as the README shows it. */
final class ReadmeHost {

    private ReadmeHost() {}

    // spotless:off
    // region: entities
    @Entity @Table(name = "auth_user") static class User extends AbstractUser { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }
    @Entity @Table(name = "auth_profile") static class Profile extends AbstractProfile<User> { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }
    @Entity @Table(name = "auth_otp_code") static class OtpCode extends AbstractOtpCode { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }
    @Entity @Table(name = "auth_session") static class Session extends AbstractSession<User> { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }
    // end: entities

    static EntityManagerFactory entities(DataSource dataSource) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("readme")
                .property("hibernate.connection.datasource", dataSource)
                .property("hibernate.hbm2ddl.auto", "validate");
        configuration.managedClass(User.class).managedClass(Profile.class).managedClass(OtpCode.class).managedClass(Session.class);
        return configuration.createEntityManagerFactory();
    }

    static void migrate(DataSource dataSource) {
        // region: schema
        AuthSchema.builder(dataSource).build().migrate();
        // end: schema
    }

    static Auth mount(EntityManagerFactory entityManagerFactory, AuthKeys keys, Senders senders, ServletContextHandler web) {
        // region: wiring
        Auth auth = Auth.builder(JpaAuthStore.of(entityManagerFactory))
                .settings(AuthSettings.owasp("Acme",                          // limits and lifetimes of OWASP
                        TokenSettings.owasp("https://acme.example", "acme"),  // issuer and audience of the tokens
                        LinkSettings.of(URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"))))
                .keys(keys)              // AuthKeys.generate() once, then keep them
                .email(senders.email())  // one method to implement; ConsoleEmailSender for a start
                .sms(senders.sms())
                .build().start();
        web.addServlet(new ServletHolder(new AuthServlet(auth, HttpSettings.defaults())), "/auth/*");
        // end: wiring
        return auth;
    }
    // spotless:on

    /** The host's providers. */
    record Senders(EmailSender email, SmsSender sms) {}
}
