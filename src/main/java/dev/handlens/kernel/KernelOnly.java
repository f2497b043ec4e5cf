package dev.handlens.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks what changes kernel state and is public only because the kernel has several packages: nobody but the kernel may call it.
/// Everybody else goes through a call, so that every change can be replayed. A test holds this.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface KernelOnly {}
