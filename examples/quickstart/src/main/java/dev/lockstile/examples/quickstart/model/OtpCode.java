package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractOtpCode;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One-time codes and links. */
@Entity
@Table(name = "auth_otp_code")
public class OtpCode extends AbstractOtpCode {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
