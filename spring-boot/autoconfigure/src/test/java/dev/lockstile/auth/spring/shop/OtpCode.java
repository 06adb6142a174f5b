package dev.lockstile.auth.spring.shop;

import dev.lockstile.auth.model.AbstractOtpCode;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "auth_otp_code")
class OtpCode extends AbstractOtpCode {

    @Id
    @GeneratedValue
    private Long id;

    @Override
    public Long getId() {
        return id;
    }
}
