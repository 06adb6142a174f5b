package dev.lockstile.auth.spring.shop;

import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** On a table named by the naming strategy, with a column of the shop's own. */
@Entity
public class Member extends AbstractUser {

    @Id
    @GeneratedValue
    private Long id;

    private String company;

    @Override
    public Long getId() {
        return id;
    }

    public String company() {
        return company;
    }

    void at(String newCompany) {
        company = newCompany;
    }
}
