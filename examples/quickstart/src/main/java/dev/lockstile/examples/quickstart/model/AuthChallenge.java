package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractAuthChallenge;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Sign-ins between their two factors. */
@Entity
@Table(name = "auth_challenge")
public class AuthChallenge extends AbstractAuthChallenge {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
