package dev.lockstile.auth.spring.shop;

import dev.lockstile.auth.testkit.RecordingEmailSender;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A shop on Spring Boot. */
@SpringBootApplication
public class ShopApplication {

    @Bean
    RecordingEmailSender emails() {
        return new RecordingEmailSender();
    }
}
