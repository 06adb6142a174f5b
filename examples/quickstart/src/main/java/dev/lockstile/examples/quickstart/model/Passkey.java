package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractPasskey;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Passkeys and security keys. */
@Entity
@Table(name = "auth_passkey")
public class Passkey extends AbstractPasskey<User> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
