package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractProfile;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The host's profile. */
@Entity
@Table(name = "auth_profile")
public class Profile extends AbstractProfile<User> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
