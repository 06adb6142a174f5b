package stranger;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.BearerAuthFilter;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.token.TokenSettings;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;

/** The host of the README, which then walks through itself. */
public final class Host {

    @Entity
    @Table(name = "auth_user")
    static class User extends AbstractUser {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_profile")
    static class Profile extends AbstractProfile<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_otp_code")
    static class OtpCode extends AbstractOtpCode {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_session")
    static class Session extends AbstractSession<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    private Host() {}

    public static void main(String[] arguments) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:stranger;DB_CLOSE_DELAY=-1");
        AuthSchema.builder(database).build().migrate();
        Inbox inbox = new Inbox();
        Server server = new Server(0);
        ServletContextHandler web = new ServletContextHandler();
        server.setHandler(web);
        try (EntityManagerFactory entities = entities(database);
                Auth auth = auth(entities, inbox)) {
            web.addServlet(new ServletHolder(new AuthServlet(auth, HttpSettings.defaults())), "/auth/*");
            web.addServlet(new ServletHolder(new Hello(entities)), "/api/hello");
            web.addFilter(
                    new FilterHolder(BearerAuthFilter.of(auth, HttpSettings.defaults())),
                    "/api/*",
                    EnumSet.of(DispatcherType.REQUEST));
            server.start();
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            new Walk("http://localhost:" + port, inbox).walk();
        } finally {
            server.stop();
        }
    }

    private static EntityManagerFactory entities(JdbcDataSource database) {
        return new PersistenceConfiguration("stranger")
                .property("hibernate.connection.datasource", database)
                .property("hibernate.hbm2ddl.auto", "validate")
                .managedClass(User.class)
                .managedClass(Profile.class)
                .managedClass(OtpCode.class)
                .managedClass(Session.class)
                .createEntityManagerFactory();
    }

    private static Auth auth(EntityManagerFactory entities, EmailSender email) {
        return Auth.builder(JpaAuthStore.of(entities))
                .settings(AuthSettings.owasp(
                        "Acme",
                        TokenSettings.owasp("https://acme.example", "acme"),
                        LinkSettings.of(
                                URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"))))
                .keys(AuthKeys.generate())
                .email(email)
                .build()
                .start();
    }

    /** The host's own endpoint, for signed-in callers. */
    private static final class Hello extends HttpServlet {

        private final transient EntityManagerFactory entities;

        Hello(EntityManagerFactory entities) {
            this.entities = entities;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try (EntityManager manager = entities.createEntityManager()) {
                Object key = BearerAuthFilter.caller(request).user().key();
                response.getWriter().print("Hello " + manager.find(User.class, key).getEmail());
            }
        }
    }

    /** Keeps what was sent. */
    static final class Inbox implements EmailSender, Walk.Messages {

        private final StringBuffer sent = new StringBuffer();

        @Override
        public void send(EmailMessage message) {
            sent.append(message.text()).append('\n');
        }

        @Override
        public String text() {
            return sent.toString();
        }
    }
}
