package command

import (
	"os"
	"os/signal"
	"syscall"
)

// endings are the signals that ask a program to end.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// holdSignals keeps signals from ending the program until the returned function
// is called, which then lets one that came do so: no file stays half done.
func holdSignals() (release func()) {
	came := make(chan os.Signal, 1)
	signal.Notify(came, endings...)
	return func() {
		signal.Stop(came)
		select {
		case s := <-came:
			raise(s)
		default:
		}
	}
}

// raise sends the program a signal as if it came now.
func raise(s os.Signal) {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Signal(s)
	}
	if err != nil {
		os.Exit(signalCode(s))
	}
}

// signalCode is the exit code of a program that a signal has ended.
func signalCode(s os.Signal) int {
	if number, ok := s.(syscall.Signal); ok {
		return 128 + int(number)
	}
	return exitWrong
}
