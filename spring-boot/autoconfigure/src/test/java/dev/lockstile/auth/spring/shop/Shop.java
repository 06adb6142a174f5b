package dev.lockstile.auth.spring.shop;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service of the shop, in transactions of Spring. */
@Service
public class Shop {

    private final Auth auth;
    private final Desks desks;
    private final Members members;

    Shop(Auth auth, Desks desks, Members members) {
        this.auth = auth;
        this.desks = desks;
        this.members = members;
    }

    /** An account, its own column and an own row: all or nothing. */
    @Transactional
    public Outcome<Registration.Accepted> open(String email, String company) {
        Outcome<Registration.Accepted> result = auth.registrations().register(registration(email));
        members.findByEmail(email)
                .orElseThrow(() -> new IllegalStateException("not opened: " + result))
                .at(company);
        desks.save(new Desk(company));
        if (company.equals("refused")) {
            throw new IllegalStateException("the shop does not want this company");
        }
        return result;
    }

    /** A row of its own first, so that the transaction holds a connection. */
    @Transactional
    public Outcome<Registration.Accepted> rowFirst(String email) {
        desks.saveAndFlush(new Desk("first"));
        return auth.registrations().register(registration(email));
    }

    public static Registration registration(String email) {
        return new Registration(
                new Registration.Identifiers(email, null, null),
                Secret.of("plum-harbour-4417"),
                new Person("Ana", "Ruiz", null, null, null),
                true,
                new Registration.RegistrationClient("en", null));
    }
}
