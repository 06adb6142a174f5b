package dev.lockstile.auth.spring.bare;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose entities are not written yet. */
@SpringBootApplication
public class BareApplication {}
