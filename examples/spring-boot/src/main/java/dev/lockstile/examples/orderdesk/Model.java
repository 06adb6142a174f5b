package dev.lockstile.examples.orderdesk;

import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The entities: those of the accounts, with a column of the order desk's own, and an order. */
final class Model {

    private Model() {}

    // spotless:off
    // region: entities
    @Entity @Table(name = "member")
    static class Member extends AbstractUser {
        @Id @GeneratedValue UUID id;
        String company; // a column of our own
        @Override public UUID getId() { return id; }
    }

    @Entity @Table(name = "member_profile")
    static class Profile extends AbstractProfile<Member> {
        @Id @GeneratedValue UUID id;
        @Override public UUID getId() { return id; }
    }

    @Entity @Table(name = "otp_code")
    static class OtpCode extends AbstractOtpCode {
        @Id @GeneratedValue UUID id;
        @Override public UUID getId() { return id; }
    }

    @Entity @Table(name = "member_session")
    static class Session extends AbstractSession<Member> {
        @Id @GeneratedValue UUID id;
        @Override public UUID getId() { return id; }
    }
    // end: entities
    // spotless:on

    /** What a member ordered. */
    @Entity
    @Table(name = "purchase")
    static class Purchase {

        @Id
        @GeneratedValue
        UUID id;

        UUID memberId;
        String item;

        protected Purchase() {}

        Purchase(UUID memberId, String item) {
            this.memberId = memberId;
            this.item = item;
        }
    }
}
