//! The hello and the proofs: the dialler proves first, then the answerer.

use super::{Event, Opening, Phase, Role, Session, View};
use crate::sync::ending::Fault;
use crate::sync::message::{Message, VERSION};
use crate::sync::porch::Porch;
use crate::sync::proof::{DeviceProof, Door, hello_tag, is_proven, macs, transcript};

impl Session {
    pub(super) fn say_hello(&mut self) {
        let nonce = match self.parties.role {
            Role::Dialler => self.nonces.dialler,
            Role::Answerer => self.nonces.answerer,
        };
        let tag = hello_tag(&self.parties, self.parties.role, &nonce);
        self.control.push_back(
            Message::Hello {
                version: VERSION,
                tag,
                nonce,
            }
            .encoded(),
        );
    }

    pub(super) fn handle_hello(&mut self, message: Message, view: &View<'_>) -> Result<(), Fault> {
        let Message::Hello {
            version,
            tag,
            nonce,
        } = message
        else {
            return Err(Fault::OutOfTurn);
        };
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        let sender = self.parties.role.other();
        if tag != hello_tag(&self.parties, sender, &nonce) {
            return Err(Fault::OtherCommons);
        }
        match sender {
            Role::Dialler => self.nonces.dialler = nonce,
            Role::Answerer => self.nonces.answerer = nonce,
        }
        match self.parties.role {
            Role::Answerer => self.say_hello(),
            Role::Dialler => self.prove_by_secret(view.door),
        }
        self.phase = Phase::AwaitingProof {
            has_asked_signature: false,
        };
        Ok(())
    }

    pub(super) fn handle_proof(
        &mut self,
        message: Message,
        view: &View<'_>,
        now_ms: u64,
    ) -> Result<(), Fault> {
        let Phase::AwaitingProof {
            has_asked_signature,
        } = self.phase
        else {
            return Err(Fault::OutOfTurn);
        };
        let transcript = transcript(&self.parties, self.parties.role.other(), &self.nonces);
        match message {
            Message::ProofBySecret { macs } if !has_asked_signature => {
                if is_proven(&view.door.read_secrets(), &transcript, &macs) {
                    self.open(Opening::ReadSecret, view, now_ms);
                } else {
                    self.phase = Phase::AwaitingProof {
                        has_asked_signature: true,
                    };
                    self.control.push_back(Message::AskSignature.encoded());
                }
                Ok(())
            }
            Message::ProofByDevice {
                device_key,
                signature,
            } if has_asked_signature => {
                let proof = DeviceProof {
                    device_key,
                    signature,
                };
                if !view.door.admits(&transcript, &proof) {
                    return Err(Fault::NotProven);
                }
                self.open(Opening::Device(device_key), view, now_ms);
                Ok(())
            }
            Message::AskSignature if self.parties.role == Role::Dialler => {
                self.answer_signature(view.door)
            }
            _ => Err(Fault::OutOfTurn),
        }
    }

    /// Answers, once, that the secrets did not suffice.
    pub(super) fn answer_signature(&mut self, door: &dyn Door) -> Result<(), Fault> {
        if !std::mem::take(&mut self.may_be_asked_signature) {
            return Err(Fault::OutOfTurn);
        }
        let transcript = transcript(&self.parties, self.parties.role, &self.nonces);
        let proof = door.sign(&transcript).ok_or(Fault::NothingToProveWith)?;
        let DeviceProof {
            device_key,
            signature,
        } = proof;
        self.control.push_back(
            Message::ProofByDevice {
                device_key,
                signature,
            }
            .encoded(),
        );
        Ok(())
    }

    fn prove_by_secret(&mut self, door: &dyn Door) {
        let transcript = transcript(&self.parties, self.parties.role, &self.nonces);
        let macs = macs(&door.read_secrets(), &transcript);
        self.control
            .push_back(Message::ProofBySecret { macs }.encoded());
    }

    /// The other side may read. The answerer now proves itself; the dialler has done so.
    fn open(&mut self, opening: Opening, view: &View<'_>, now_ms: u64) {
        self.phase = Phase::Open;
        self.events.push_back(Event::Opened(opening));
        match self.parties.role {
            Role::Answerer => self.prove_by_secret(view.door),
            Role::Dialler => {
                self.compare.opened(&self.limits, now_ms);
                self.be_accepted(view.porch);
            }
        }
    }

    /// Both proofs stand: from here on this side may say anything.
    ///
    /// The answerer learns so from the first thing the dialler says after the proofs, and is
    /// silent until then, for the dialler may still ask for a signature.
    pub(super) fn be_accepted(&mut self, porch: &Porch) {
        if self.is_accepted {
            return;
        }
        self.is_accepted = true;
        if !self.contact.is_empty() {
            let contact = std::mem::take(&mut self.contact);
            self.control
                .push_back(Message::Contact { contact }.encoded());
        }
        self.name_porch(porch);
        self.texts.hasten();
    }
}
