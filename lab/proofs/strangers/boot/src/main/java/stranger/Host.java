package stranger;

import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.spring.CurrentUser;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A host on Spring Boot that walks through itself, unless it is only to start. */
@SpringBootApplication
public class Host {

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(Host.class, arguments)) {
            if (List.of(arguments).contains("--start-only")) {
                Started.tell();
                return;
            }
            String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
            new Walk(base, () -> inbox(base)).walk();
        }
    }

    private static String inbox(String base) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/dev/messages")).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @RestController
    static class Api {
        @GetMapping("/api/hello")
        String hello(@CurrentUser User user) {
            return "Hello " + user.getEmail();
        }
    }

    @Entity
    @Table(name = "stranger")
    static class User extends AbstractUser {
        @Id
        @GeneratedValue
        private UUID id;

        @Override
        public UUID getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "stranger_profile")
    static class Profile extends AbstractProfile<User> {
        @Id
        @GeneratedValue
        private UUID id;

        @Override
        public UUID getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "stranger_code")
    static class OtpCode extends AbstractOtpCode {
        @Id
        @GeneratedValue
        private UUID id;

        @Override
        public UUID getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "stranger_session")
    static class Session extends AbstractSession<User> {
        @Id
        @GeneratedValue
        private UUID id;

        @Override
        public UUID getId() {
            return id;
        }
    }
}
