package dev.lockstile.auth.spring.twice;

import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with two entities of users and a session without an annotation. */
@SpringBootApplication
public class TwiceApplication {

    /** Customers. */
    @Entity
    @Table(name = "customer")
    public static class Customer extends AbstractUser {

        @Id
        @GeneratedValue
        private Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    /** Clerks, on a table of their own. */
    @Entity
    @Table(name = "clerk")
    public static class Clerk extends AbstractUser {

        @Id
        @GeneratedValue
        private Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    /** The annotation is missing. */
    public static class Visit extends AbstractSession<Customer> {

        @Id
        @GeneratedValue
        private Long id;

        @Override
        public Long getId() {
            return id;
        }
    }
}
