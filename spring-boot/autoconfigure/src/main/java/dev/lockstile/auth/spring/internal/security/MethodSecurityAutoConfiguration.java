package dev.lockstile.auth.spring.internal.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/**
 * Secures methods with {@code @PreAuthorize} and the like, whatever filter chains the application has. Backs off where
 * the application enables method security itself, with attributes of its own.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass(EnableMethodSecurity.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnMissingBean(annotation = EnableMethodSecurity.class)
@EnableMethodSecurity
class MethodSecurityAutoConfiguration {}
