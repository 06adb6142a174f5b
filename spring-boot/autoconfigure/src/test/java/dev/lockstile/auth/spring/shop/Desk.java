package dev.lockstile.auth.spring.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A row of the shop's own. */
@Entity
public class Desk {

    @Id
    @GeneratedValue
    private Long id;

    private String name;

    protected Desk() {}

    public Desk(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }
}
