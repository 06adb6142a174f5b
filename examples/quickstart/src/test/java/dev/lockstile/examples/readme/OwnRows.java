package dev.lockstile.examples.readme;

import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.outcome.Outcome;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A registration that comes with a column and a row of the host's own, as the docs show it. */
record OwnRows(Registrations registrations, JpaAuthStore store) {

    @Entity
    static class Member extends AbstractUser {
        @Id
        @GeneratedValue
        Long id;

        String company;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    static class Desk {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        Member owner;
    }

    // spotless:off
    // region: own-rows
    Outcome<Registration.Accepted> register(Registration registration, String company) {
        return registrations.register(registration, account -> {
            Member member = store.managed(Member.class, account.user().id());
            member.company = company;
            Desk desk = new Desk();
            desk.owner = member;
            store.transactionUnderWay().persist(desk);
            return Verdict.allow();
        });
    }
    // end: own-rows
    // spotless:on
}
