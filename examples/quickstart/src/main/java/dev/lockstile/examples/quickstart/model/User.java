package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The host's user: the library's, and one column of its own. */
@Entity
@Table(name = "auth_user")
public class User extends AbstractUser {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "loyalty_points", nullable = false)
    private int loyaltyPoints;

    /** The host's own column: the library neither reads nor writes it, and no endpoint shows it unasked. */
    public int getLoyaltyPoints() {
        return loyaltyPoints;
    }

    public void addLoyaltyPoints(int points) {
        loyaltyPoints += points;
    }

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
