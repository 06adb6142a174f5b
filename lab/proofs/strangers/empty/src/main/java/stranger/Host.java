package stranger;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application on Spring Boot with web and JPA and nothing else, to see what the starter adds to its start. */
@SpringBootApplication
public class Host {

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = SpringApplication.run(Host.class, arguments)) {
            Started.tell();
        }
    }

    @RestController
    static class Api {
        @GetMapping("/api/hello")
        String hello() {
            return "Hello";
        }
    }

    @Entity
    static class Thing {
        @Id
        @GeneratedValue
        private UUID id;
    }
}
