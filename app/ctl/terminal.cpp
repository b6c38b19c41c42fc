#include "app/ctl/terminal.h"

#include <QByteArray>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace kw::ctl {

namespace {

// The terminal without echo, as long as this lives. Ctrl+C arrives as an octet, so that the echo comes back.
class QuietTerminal
{
public:
    QuietTerminal()
        : m_terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (!isThere() || ::tcgetattr(m_terminal, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO | ISIG);
        m_changed = ::tcsetattr(m_terminal, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_changed)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
        if (isThere())
            ::close(m_terminal);
    }
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;

    bool isThere() const { return m_terminal >= 0; }
    bool isQuiet() const { return m_changed; }
    void say(const QByteArray &text) const
    {
        if (::write(m_terminal, text.constData(), size_t(text.size())) < 0)
            return; // then nothing typed is seen either
    }
    std::optional<char> read() const
    {
        char octet = 0;
        return ::read(m_terminal, &octet, 1) == 1 ? std::optional(octet) : std::nullopt;
    }

private:
    const int m_terminal;
    termios m_before{};
    bool m_changed = false;
};

} // namespace

std::optional<QString> askHidden(const QString &question)
{
    constexpr qsizetype Longest = 4096;
    constexpr char CtrlC = 3;
    const QuietTerminal terminal;
    if (!terminal.isQuiet())
        return {};
    terminal.say(question.toLocal8Bit() + ' ');
    QByteArray typed;
    typed.reserve(Longest);
    std::optional<char> octet = terminal.read();
    while (octet && *octet != '\n' && *octet != CtrlC && typed.size() < Longest) {
        typed.append(*octet);
        octet = terminal.read();
    }
    terminal.say("\n");
    const bool given = octet && *octet == '\n';
    const QString answer = QString::fromLocal8Bit(typed);
    typed.fill('\0');
    return given ? std::optional(answer) : std::nullopt;
}

} // namespace kw::ctl
