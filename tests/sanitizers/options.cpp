// Part of every program of the presets asan and tsan, also of those that a test starts.
// The environment (ASAN_OPTIONS …) still overrides.

extern "C" {

const char *__asan_default_options()
{
    return "detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1:"
           "detect_odr_violation=1:abort_on_error=0";
}

// Leaks that are others': KSMTP and KIMAP 24.12 never give back what their sign-ins got from the SASL library
// (LoginJob), libical 3 forgets parts of calendars that name no method.
const char *__lsan_default_suppressions()
{
    return "leak:libKPim6SMTP.so\nleak:libKPim6IMAP.so\nleak:libsasl2.so\nleak:libical.so\n";
}

const char *__ubsan_default_options()
{
    return "print_stacktrace=1:halt_on_error=1";
}

// Libraries that are not built with the sanitizer are judged by what our code does with them, not by what
// they do inside. What they call back from within a libc function is not judged either: QThread::create()
// goes through pthread_once.
const char *__tsan_default_options()
{
    return "ignore_noninstrumented_modules=1:second_deadlock_stack=1:history_size=4:exitcode=66";
}
}
