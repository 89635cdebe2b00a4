package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"

	"runwhere/model"
	"runwhere/model/report"
	"runwhere/model/visible"
)

// standardStream is the file name that stands for standard input or output.
const standardStream = "-"

// read returns the bytes of a scenario file or of standard input. No more than
// a scenario may hold is ever read, whatever the file is.
func (p *program) read(name string) ([]byte, error) {
	if name != standardStream {
		return disk{}.Read(name)
	}
	data, err := readLimited(p.stdin, scenarioFile)
	if err != nil {
		return nil, fmt.Errorf("standard input: %w", err)
	}
	return data, nil
}

// write writes a text to a file, whole or not at all, or to standard output.
// Nothing in it can act on a terminal, on which the file may be shown too.
func (p *program) write(name string, text []byte) error {
	return p.deliver(name, visible.Text(string(text)))
}

// writeAs writes a report in its format: the data of JSON stay what they are.
func (p *program) writeAs(format report.Format, name string, data []byte) error {
	if format == report.JSONFormat {
		return p.deliver(name, visible.JSON(string(data)))
	}
	return p.write(name, data)
}

// writeStyled writes a text of lines that may have colours to standard output.
func (p *program) writeStyled(text []byte) error {
	return p.deliver("", visible.StyledText(string(text)))
}

func (p *program) deliver(name, text string) error {
	if name != "" && name != standardStream {
		return disk{}.Write(name, []byte(text))
	}
	if _, err := io.WriteString(p.out, text); err != nil {
		return fmt.Errorf("standard output: %w", plainError(err))
	}
	return nil
}

// disk is how files are reached.
type disk struct{}

// fileKind is a kind of file that is read whole.
type fileKind struct {
	what string // before "file"
	most int64  // bytes
}

var (
	scenarioFile = fileKind{"scenario", model.MaxFileSize}
	// An overlay may have every machine of a provider in all its regions.
	priceFile = fileKind{"price", 16 << 20}
)

func (k fileKind) String() string {
	if k == scenarioFile {
		return k.what
	}
	return k.what + " file"
}

// Read returns the bytes of a file; the error is one line that names it.
func (disk) Read(name string) ([]byte, error) { return readFile(name, scenarioFile) }

// readFile returns the bytes of a file of some kind. No more than such a file may
// hold is ever read, whatever the file is.
func readFile(name string, kind fileKind) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, plainError(err))
	case info.IsDir():
		return nil, fmt.Errorf("%s: is a directory, not a %s file", name, kind.what)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, plainError(err))
	}
	defer f.Close()
	data, err := readLimited(f, kind)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, plainError(err))
	}
	return data, nil
}

func readLimited(r io.Reader, kind fileKind) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, kind.most+1))
	if err == nil && int64(len(data)) > kind.most {
		err = fmt.Errorf("too large for a %s; allowed is %s", kind, model.FormatSize(float64(kind.most/1024)))
	}
	return data, err
}

// Write puts the data in a file beside the target and renames it, so that the
// target is never half written: it is the old file or the new one.
func (disk) Write(name string, data []byte) error {
	target, mode, err := writeTarget(name)
	if err == nil && mode.IsRegular() {
		err = replace(target, data, mode.Perm())
	} else if err == nil {
		err = writeDevice(target, data)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, plainError(err))
	}
	return nil
}

// writeTarget follows symbolic links to the file that is to be written, and
// returns the mode that it has or will have.
func writeTarget(name string) (string, fs.FileMode, error) {
	target, err := filepath.EvalSymlinks(name)
	if errors.Is(err, fs.ErrNotExist) {
		return name, 0o666, nil // The mask of the process takes away from it.
	}
	if err != nil {
		return "", 0, err
	}
	info, err := os.Stat(target)
	switch {
	case err != nil:
		return "", 0, err
	case info.IsDir():
		return "", 0, errors.New("is a directory; -o takes the name of a file")
	}
	return target, info.Mode(), nil
}

// replace writes a file of its own and renames it over the target.
func replace(target string, data []byte, mode fs.FileMode) error {
	temporary := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+"."+strconv.FormatUint(rand.Uint64(), 36))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(temporary, target)
	}
	if err != nil {
		_ = os.Remove(temporary)
	}
	return err
}

// writeDevice writes to what cannot be replaced, such as /dev/stdout.
func writeDevice(target string, data []byte) error {
	f, err := os.OpenFile(target, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

// plainError is an error of the file system without the operation and the
// path, which its line has already.
func plainError(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("no such file or directory")
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
