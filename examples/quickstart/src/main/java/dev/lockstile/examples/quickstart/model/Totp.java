package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractTotp;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Authenticator applications. */
@Entity
@Table(name = "auth_totp")
public class Totp extends AbstractTotp<User> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
