"""What Linux lets a process give up for good: opening files, and all but a few system calls.

Landlock (Linux 5.13) and seccomp (3.5) by ctypes. Both are for processes without privileges and
hold for all that the process may start. The numbers are the kernel's, from linux/landlock.h,
linux/seccomp.h, linux/filter.h and the tables of system calls, and never change.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_SET_FILTER, _ACTION_AVAILABLE = 1, 2
_SIGKILL = 9

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_READ = 1 << 2 | 1 << 3
"""Landlock's rights to read a file and to list a folder."""

_ALLOW, _FAIL, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
"""Where a filter finds these of a system call."""


@dataclass(frozen=True, slots=True)
class _Machine:
    """A kind of processor: its number in filters, and those of its system calls."""

    audit: int
    seccomp: int
    tgkill: int
    calls: tuple[int, ...]


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 317, 234, (
        0, 1, 3, 8, 17, 19, 20,          # read write close lseek pread64 readv writev
        2, 257, 4, 5, 6, 262, 332,       # open openat stat fstat lstat newfstatat statx
        21, 269, 439, 89, 267, 217, 79,  # access faccessat(2) readlink(at) getdents64 getcwd
        9, 10, 11, 12, 25, 28,           # mmap mprotect munmap brk mremap madvise
        13, 14, 15, 131, 219,            # rt_sigaction -procmask -return sigaltstack restart
        202, 273, 334, 24, 204, 324,     # futex set_robust_list rseq sched_yield -getaff. membar.
        35, 96, 201, 228, 229, 230,      # nanosleep gettimeofday time clock_gettime -getres -nanos.
        39, 110, 186, 102, 104, 107, 108,  # getpid getppid gettid getuid getgid geteuid getegid
        63, 97, 98, 99, 318,             # uname getrlimit getrusage sysinfo getrandom
        60, 231,                         # exit exit_group
    )),
    "aarch64": _Machine(0xC00000B7, 277, 131, (
        63, 64, 57, 62, 67, 65, 66,      # read write close lseek pread64 readv writev
        56, 79, 80, 291,                 # openat newfstatat fstat statx
        48, 439, 78, 61, 17,             # faccessat(2) readlinkat getdents64 getcwd
        222, 226, 215, 214, 216, 233,    # mmap mprotect munmap brk mremap madvise
        134, 135, 139, 132, 128,         # rt_sigaction -procmask -return sigaltstack restart
        98, 99, 293, 124, 123, 283,      # futex set_robust_list rseq sched_yield -getaff. membar.
        101, 169, 113, 114, 115,         # nanosleep gettimeofday clock_gettime -getres -nanosleep
        172, 173, 178, 174, 176, 175, 177,  # getpid getppid gettid getuid getgid geteuid getegid
        160, 163, 165, 179, 278,         # uname getrlimit getrusage sysinfo getrandom
        93, 94,                          # exit exit_group
    )),
}  # fmt: skip
"""The system calls that computing needs. All others fail: those that start processes, send signals
to others, talk over a network, or write, make, move or delete files. What may be opened, Landlock
says."""


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def is_able() -> bool:
    """Whether this system has both, for a process like this one."""
    machine = _MACHINES.get(platform.machine())
    if platform.system() != "Linux" or machine is None or _landlock_version() < 1:
        return False
    action = ctypes.c_uint32(_FAIL & 0xFFFF0000)
    return int(_libc().syscall(machine.seccomp, _ACTION_AVAILABLE, 0, ctypes.byref(action))) == 0


def die_with_parent() -> None:
    """Let this process be killed when the one that started it ends."""
    _libc().prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)


def restrict(ruleset: int) -> None:
    """Give up all but what `make_ruleset` allows to open, and all but harmless system calls.

    Raises:
        OSError: if the system refuses, so that the process must not go on.
    """
    libc, machine = _libc(), _MACHINES[platform.machine()]
    _check(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    _check(libc.syscall(_RESTRICT_SELF, ruleset, 0), "landlock_restrict_self")
    os.close(ruleset)
    code = b"".join(_filter(machine, os.getpid()))
    room = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.addressof(room))
    _check(libc.syscall(machine.seccomp, _SET_FILTER, 0, ctypes.byref(program)), "seccomp")


def make_ruleset(folders: Sequence[str]) -> int:
    """A descriptor for `restrict`, which allows to read what is in ``folders`` and nothing else.

    Raises:
        OSError: if the system refuses.
    """
    version = _landlock_version()
    # Each version knows more rights to take away: of files (13, then moving, truncating and
    # devices), of TCP (bind, connect), and beyond the process (abstract sockets, signals).
    files = (1 << 13 + (version >= 2) + (version >= 3)) - 1 | (version >= 5) << 15
    handled = struct.pack("=QQQ", files, 3, 3)[: 8 * (1 + (version >= 4) + (version >= 6))]
    libc, size = _libc(), ctypes.c_size_t(len(handled))
    ruleset = _check(libc.syscall(_CREATE_RULESET, handled, size, 0), "landlock_create_ruleset")
    for folder in folders:
        descriptor = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", _READ, descriptor)
        _check(libc.syscall(_ADD_RULE, ruleset, 1, rule, 0), "landlock_add_rule")
        os.close(descriptor)
    return ruleset


def _landlock_version() -> int:
    return int(_libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION))


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))


def _filter(machine: _Machine, pid: int) -> Iterator[bytes]:
    """The filter, an instruction each: a call of the list passes, any other is not permitted."""

    def instruction(code: int, value: int, equal: int = 0, other: int = 0) -> bytes:
        return struct.pack("=HBBI", code, equal, other, value)

    yield instruction(_LOAD, _ARCHITECTURE)
    yield instruction(_IF_EQUAL, machine.audit, equal=1)
    yield instruction(_RETURN, _KILL)
    yield instruction(_LOAD, _NUMBER)
    for number in machine.calls:
        yield instruction(_IF_EQUAL, number, other=1)
        yield instruction(_RETURN, _ALLOW)
    # A library that gives up ends its own process (abort) by a signal to itself.
    yield instruction(_IF_EQUAL, machine.tgkill, other=3)
    yield instruction(_LOAD, _FIRST_ARGUMENT)
    yield instruction(_IF_EQUAL, pid, other=1)
    yield instruction(_RETURN, _ALLOW)
    yield instruction(_RETURN, _FAIL)


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result
