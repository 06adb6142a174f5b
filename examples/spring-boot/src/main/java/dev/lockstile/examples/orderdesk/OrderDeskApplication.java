package dev.lockstile.examples.orderdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

// spotless:off
// region: application
@SpringBootApplication
public class OrderDeskApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(OrderDeskApplication.class, arguments);
    }
}
// end: application
// spotless:on
