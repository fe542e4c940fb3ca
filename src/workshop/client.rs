//! The page's end: starts the worker when first needed, gives it jobs, ends it when it does not
//! answer.

mod slot;
mod timer;

use super::message::{self, Message};
use super::{ExportedFile, Job, Reply};
use crate::draft::Draft;
use crate::layout::TableDocument;
use slot::Slot;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use timer::Timer;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker};

/// Address of the worker's script, `workshop_loader.js` beside this folder's code.
pub const SCRIPT: &str = "./workshop_loader.js";

/// Milliseconds that the worker has to start (it may have to be fetched), and again for a job.
const PATIENCE: i32 = 60_000;

/// Why a job brought nothing. The draft is untouched by any of these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkshopError {
    /// The worker could not be started.
    #[error("导出程序没有启动。请检查网络，刷新页面后再导出；文稿已保存，没有受影响")]
    NotStarted,
    /// It stopped in the middle of a job.
    #[error("导出程序中途停止。文稿没有受影响，请再导出一次；如仍不行，请下载备份文件")]
    Stopped,
    /// It did not answer in a minute and was ended.
    #[error("导出程序一分钟没有回应，已经关闭。文稿没有受影响，请再导出一次；如仍不行，请下载备份文件")]
    Silent,
    /// An export is under way.
    #[error("正在生成 Word 文件，请稍候")]
    Busy,
    /// The user ended it.
    #[error("已取消导出")]
    Cancelled,
    /// The worker's own words.
    #[error("{0}")]
    Failed(String),
}

type Answer = Result<Reply, WorkshopError>;

/// The page's hold on the worker. Clones share it.
#[derive(Clone)]
pub struct Workshop {
    shared: Rc<RefCell<Shared>>,
}

struct Shared {
    script: String,
    running: Option<Running>,
    /// Jobs that wait for an answer.
    pending: BTreeMap<u32, Pending>,
    next_id: u32,
}

struct Pending {
    answer: Slot<Answer>,
    /// The job itself, until the worker has it.
    unsent: Option<Message>,
    /// Ends the worker; runs from the moment that it has the job.
    timer: Option<Timer>,
}

struct Running {
    worker: Worker,
    ready: bool,
    start_timer: Option<Timer>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Running {
    /// Ends the worker; it calls nothing of ours any more.
    fn silence(&self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.silence();
    }
}

impl Workshop {
    /// Starts nothing yet. `script` is [`SCRIPT`], or a blob's address where all is one file.
    pub fn new(script: &str) -> Self {
        let shared =
            Shared { script: script.to_owned(), running: None, pending: BTreeMap::new(), next_id: 0 };
        Self { shared: Rc::new(RefCell::new(shared)) }
    }

    /// Starts the worker ahead of the first job, for when the page is idle.
    pub fn warm_up(&self) {
        let _ = self.start();
    }

    /// Writes a draft as a Word file, with its evidence as the last attachment where it is given.
    /// `created` is the present time as RFC 3339. While one export is under way a second is
    /// [`WorkshopError::Busy`].
    pub async fn export(
        &self,
        draft: Draft,
        evidence: Option<TableDocument>,
        created: &str,
    ) -> Result<ExportedFile, WorkshopError> {
        let (draft, evidence) = (Box::new(draft), evidence.map(Box::new));
        self.write(Job::Export { draft, evidence, created: created.to_owned() }).await
    }

    /// Writes a table as a Word file that is saved as `file_name`; else as [`Workshop::export`].
    pub async fn export_table(
        &self,
        table: TableDocument,
        file_name: String,
        created: &str,
    ) -> Result<ExportedFile, WorkshopError> {
        self.write(Job::ExportTable { table: Box::new(table), file_name, created: created.to_owned() }).await
    }

    async fn write(&self, job: Job) -> Result<ExportedFile, WorkshopError> {
        if self.is_busy() {
            return Err(WorkshopError::Busy);
        }
        match self.ask(&job)?.await? {
            Reply::Exported(file) => Ok(file),
            Reply::Failed { message } => Err(WorkshopError::Failed(message)),
        }
    }

    /// Whether a job is under way.
    pub fn is_busy(&self) -> bool {
        !self.shared.borrow().pending.is_empty()
    }

    /// Ends what is under way; the next job starts another worker.
    pub fn cancel(&self) {
        if self.is_busy() {
            end(&self.shared, &WorkshopError::Cancelled);
        }
    }

    fn ask(&self, job: &Job) -> Result<Slot<Answer>, WorkshopError> {
        self.start()?;
        let answer = Slot::default();
        let id = {
            let mut shared = self.shared.borrow_mut();
            let id = shared.next_id;
            shared.next_id = id.wrapping_add(1);
            let unsent = message::of_job(id, job);
            shared.pending.insert(id, Pending { answer: answer.clone(), unsent, timer: None });
            id
        };
        send(&self.shared, id);
        Ok(answer)
    }

    fn start(&self) -> Result<(), WorkshopError> {
        if self.shared.borrow().running.is_some() {
            return Ok(());
        }
        let worker = Worker::new(&self.shared.borrow().script).map_err(|_| WorkshopError::NotStarted)?;
        let weak = Rc::downgrade(&self.shared);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
            let weak = weak.clone();
            move |event: MessageEvent| with(&weak, |shared| hear(shared, &event.data()))
        });
        let on_error = Closure::<dyn FnMut(Event)>::new({
            let weak = weak.clone();
            move |_| {
                with(&weak, |shared| {
                    let started = shared.borrow().running.as_ref().is_some_and(|it| it.ready);
                    end(shared, if started { &WorkshopError::Stopped } else { &WorkshopError::NotStarted });
                });
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let start_timer =
            Timer::new(PATIENCE, move || with(&weak, |shared| end(shared, &WorkshopError::NotStarted)));
        self.shared.borrow_mut().running =
            Some(Running { worker, ready: false, start_timer, _on_message: on_message, _on_error: on_error });
        Ok(())
    }
}

fn with(shared: &Weak<RefCell<Shared>>, act: impl FnOnce(&Rc<RefCell<Shared>>)) {
    if let Some(shared) = shared.upgrade() {
        act(&shared);
    }
}

/// Gives the worker a job, if it is ready; else the job waits for `ready`.
fn send(shared: &Rc<RefCell<Shared>>, id: u32) {
    let mut borrowed = shared.borrow_mut();
    let Shared { running, pending, .. } = &mut *borrowed;
    let Some(running) = running.as_ref().filter(|running| running.ready) else { return };
    let Some(job) = pending.get_mut(&id) else { return };
    let Some(Message { data, transfer }) = job.unsent.take() else { return };
    let posted = running.worker.post_message_with_transfer(&data, &transfer).is_ok();
    let weak = Rc::downgrade(shared);
    let patience = if posted { PATIENCE } else { 0 };
    job.timer = Timer::new(patience, move || with(&weak, |shared| end(shared, &WorkshopError::Silent)));
}

fn hear(shared: &Rc<RefCell<Shared>>, data: &JsValue) {
    if data.as_string().as_deref() == Some(message::READY) {
        let waiting: Vec<u32> = {
            let mut shared = shared.borrow_mut();
            if let Some(running) = &mut shared.running {
                running.ready = true;
                running.start_timer = None;
            }
            shared.pending.keys().copied().collect()
        };
        waiting.into_iter().for_each(|id| send(shared, id));
    } else if let Some((id, reply)) = message::read_reply(data) {
        let pending = shared.borrow_mut().pending.remove(&id);
        if let Some(pending) = pending {
            pending.answer.fill(Ok(reply));
        }
    }
}

/// Ends the worker and every job with it.
fn end(shared: &Rc<RefCell<Shared>>, error: &WorkshopError) {
    let (running, pending) = {
        let mut shared = shared.borrow_mut();
        (shared.running.take(), std::mem::take(&mut shared.pending))
    };
    if let Some(running) = &running {
        running.silence();
    }
    let mut timers = Vec::new();
    for (_, pending) in pending {
        pending.answer.fill(Err(error.clone()));
        timers.push(pending.timer);
    }
    // This may run inside one of the closures held here: they are let go once it has returned.
    wasm_bindgen_futures::spawn_local(async move { drop((running, timers)) });
}
